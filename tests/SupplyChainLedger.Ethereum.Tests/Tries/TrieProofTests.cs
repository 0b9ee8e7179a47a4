using System.Text;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Tests.Oracle;
using SupplyChainLedger.Ethereum.Tries;

namespace SupplyChainLedger.Ethereum.Tests.Tries;

public sealed class TrieProofTests(SecondOpinion ethereumJs)
{
    private const int Seed = 73;

    /// <summary>Small tries with nodes within nodes, values in branches, and keys that others begin with.</summary>
    private static readonly string[][] Small =
    [
        ["do:verb", "horse:stallion", "doge:coin", "dog:puppy"],
        ["be:e", "dog:puppy", "bed:d"],
        ["test:test", "te:testy"],
        ["a:1"],
    ];

    [Fact]
    public async Task What_EthereumJS_proves_is_read_and_what_is_not_there_is_proven_absent()
    {
        foreach (var proven in await ProveAsync())
        {
            foreach (var (key, proof) in proven.Proofs)
                Assert.Equal(proven.Entries.GetValueOrDefault(key), Read(proven.Root, key, proof));
        }
    }

    [Fact]
    public async Task A_node_with_any_bit_turned_proves_nothing()
    {
        var random = new Random(Seed);
        foreach (var proven in await ProveAsync())
        {
            foreach (var (key, proof) in proven.Proofs)
            {
                for (var i = 0; i < proof.Count; i++)
                {
                    var altered = proof[i].ToArray();
                    altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(8));
                    AssertInvalid(proven.Root, key, [.. proof[..i], altered, .. proof[(i + 1)..]]);
                }
            }
        }
    }

    [Fact]
    public async Task A_node_left_out_put_elsewhere_or_added_proves_nothing()
    {
        foreach (var proven in await ProveAsync())
        {
            foreach (var (key, proof) in proven.Proofs)
            {
                AssertInvalid(proven.Root, key, [.. proof, proof[^1]]);
                AssertInvalid(proven.Root, key, proof[1..]);
                if (proof.Count > 1) AssertInvalid(proven.Root, key, Enumerable.Reverse(proof).ToList());
                if (proof[^1].Length >= Hash32.Size) AssertInvalid(proven.Root, key, proof[..^1]);
            }
        }
    }

    [Fact]
    public async Task A_proof_says_nothing_under_another_root_or_of_another_key()
    {
        var random = new Random(Seed);
        foreach (var proven in await ProveAsync())
        {
            foreach (var (key, proof) in proven.Proofs)
            {
                AssertInvalid(random.Hash(), key, proof);
                foreach (var (other, value) in proven.Entries) AssertNotFalse(proven.Root, other, proof, value);
            }
        }
    }

    /// <summary>The node above a leaf, offered as if it were the leaf, and the other way round.</summary>
    [Fact]
    public async Task A_node_within_the_trie_is_no_leaf_and_a_leaf_no_root()
    {
        var proven = (await ProveAsync())[^1];
        foreach (var (key, proof) in proven.Proofs.Where(static one => one.Nodes.Count > 1))
        {
            for (var i = 0; i < proof.Count - 1; i++)
            {
                AssertInvalid(proven.Root, key, proof[..(i + 1)]);
                AssertInvalid(proven.Root, key, [.. proof[..i], proof[^1]]);
            }

            AssertInvalid(Keccak256.Hash(proof[^1]), key, [.. proof]);
        }
    }

    [Fact]
    public void An_empty_trie_proves_that_nothing_is_in_it_by_no_node_or_by_no_bytes()
    {
        Assert.Null(Read(TrieRoot.Empty, [1, 2], []));
        Assert.Null(Read(TrieRoot.Empty, [1, 2], [[0x80]]));
        AssertInvalid(TrieRoot.Empty, [1, 2], [[0x81, 0x80]]);
        AssertInvalid(Keccak256.Hash([1]), [1, 2], []);
        AssertInvalid(Keccak256.Hash([0xc0]), [1, 2], [[0xc0]]);
    }

    [Theory]
    [InlineData("0xc482001161", "the first nibble of an even path is not zero: 00 with a 1 would be 0x01")]
    [InlineData("0xc22061", "a leaf for the whole path, which is not the key")]
    public void A_leaf_stands_for_its_own_path_only(string node, string why)
    {
        var bytes = Hex.Decode(node);
        byte[]? found = null;
        try
        {
            found = Read(Keccak256.Hash(bytes), [0x11], [bytes]);
        }
        catch (InvalidProofException)
        {
        }

        Assert.True(found is null, why);
    }

    [Theory]
    [InlineData("0xc3820161", "flags beyond the known")]
    [InlineData("0xc24061", "flags beyond the known")]
    [InlineData("0xc22180", "a leaf with nothing in it")]
    [InlineData("0xc28061", "a path without flags")]
    [InlineData("0xc3016161", "three items")]
    [InlineData("0x61", "no list")]
    [InlineData("0xc2206100", "bytes behind it")]
    [InlineData("0xc21161", "the hash of a node with one byte")]
    [InlineData("0xc21180", "an extension to nowhere")]
    public void What_is_no_canonical_node_proves_nothing(string node, string why)
    {
        var bytes = Hex.Decode(node);
        var found = Record.Exception(() => Read(Keccak256.Hash(bytes), [0x11], [bytes]));
        Assert.True(found is InvalidProofException, $"{why}: {found}");
    }

    private static byte[]? Read(Hash32 root, byte[] key, IReadOnlyList<byte[]> nodes) =>
        TrieProof.Read(root, key, [.. nodes.Select(static node => (ReadOnlyMemory<byte>)node)]);

    private static void AssertInvalid(Hash32 root, byte[] key, IReadOnlyList<byte[]> nodes) =>
        Assert.Throws<InvalidProofException>(() => { Read(root, key, nodes); });

    /// <summary>Whatever the nodes were meant to prove, they show what is there, or nothing at all.</summary>
    private static void AssertNotFalse(Hash32 root, byte[] key, IReadOnlyList<byte[]> nodes, byte[] value)
    {
        try
        {
            Assert.Equal(value, Read(root, key, nodes));
        }
        catch (InvalidProofException)
        {
        }
    }

    private async Task<IReadOnlyList<Proven>> ProveAsync()
    {
        var random = new Random(Seed);
        List<Dictionary<byte[], byte[]>> tries =
        [
            .. Small.Select(static entries => new Dictionary<byte[], byte[]>(
                entries.Select(static entry => KeyValuePair.Create(
                    Encoding.UTF8.GetBytes(entry.Split(':')[0]), Encoding.UTF8.GetBytes(entry.Split(':')[1]))),
                BytesEqual.Instance)),
            .. new[] { 1, 2, 17, 400 }.Select(count => new Dictionary<byte[], byte[]>(
                Enumerable.Range(0, count).Select(_ => KeyValuePair.Create(
                    random.Bytes(32), random.Bytes(random.Next(1, 120)))),
                BytesEqual.Instance)),
        ];
        var keys = tries.Select(entries => entries.Keys.Take(40)
            .Concat(Enumerable.Range(0, 10).Select(_ => random.Bytes(entries.Keys.First().Length)))
            .ToList()).ToList();
        var cases = tries.Zip(keys, static (entries, asked) => (JsonNode)new JsonObject
        {
            ["entries"] = new JsonArray([.. entries.Select(static entry =>
                (JsonNode)new JsonArray(Hex.Encode(entry.Key), Hex.Encode(entry.Value)))]),
            ["keys"] = new JsonArray([.. asked.Select(static key => (JsonNode)Hex.Encode(key))]),
        });
        var answers = await ethereumJs.AskAsync("trie", cases, TestContext.Current.CancellationToken);
        return
        [
            .. tries.Zip(keys, answers).Select(static one => new Proven(
                Hash32.Parse((string)one.Third!["root"]!),
                one.First,
                [.. one.Second.Zip(one.Third["proofs"]!.AsArray(), static (key, nodes) =>
                    (key, nodes!.AsArray().Select(static node => Hex.Decode((string)node!)).ToList()))])),
        ];
    }

    private sealed record Proven(
        Hash32 Root, Dictionary<byte[], byte[]> Entries, List<(byte[] Key, List<byte[]> Nodes)> Proofs);

    private sealed class BytesEqual : IEqualityComparer<byte[]>
    {
        public static readonly BytesEqual Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => Keccak256.Hash(obj).GetHashCode();
    }
}
