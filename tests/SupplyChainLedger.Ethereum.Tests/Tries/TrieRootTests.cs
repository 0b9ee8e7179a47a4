using System.Text;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Tests.Oracle;
using SupplyChainLedger.Ethereum.Tries;

namespace SupplyChainLedger.Ethereum.Tests.Tries;

public sealed class TrieRootTests(SecondOpinion ethereumJs)
{
    /// <summary>TrieTests/trieanyorder.json of ethereum/tests.</summary>
    public static TheoryData<string, string> Published => new()
    {
        { $"A:{new string('a', 50)}", "0xd23786fb4a010da3ce639d66d5e904a11dbc02746d1ce25029e53290cabf28ab" },
        {
            "doe:reindeer dog:puppy dogglesworth:cat",
            "0x8aad789dff2f538bca5d8ea56e8abe10f4c7ba3a5dea95fea4cd6e7c3a1168d3"
        },
        {
            "do:verb horse:stallion doge:coin dog:puppy",
            "0x5991bb8c6514148a29db676a14ac506cd2cd5775ace63c30a4fe457715e9ac84"
        },
        { "foo:bar food:bass", "0x17beaa1648bafa633cda809c90c04af50fc8aed3cb40d16efbddee6fdf63c4c3" },
        { "be:e dog:puppy bed:d", "0x3f67c7a47520f79faa29255d2d3c084a7a6df0453116ed7232ff10277a8be68b" },
        { "test:test te:testy", "0x8452568af70d8d140f58d941338542f645fcca50094b20f3c3d8c3df49337928" },
        {
            "0x0045:0x0123456789 0x4500:0x9876543210",
            "0x285505fcabe84badc8aa310e2aae17eddc7d120aabec8a476902c8184b3a3503"
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_trie_has_the_published_root(string entries, string root) =>
        Assert.Equal(root, new TrieRoot().Of(Entries(entries)).ToString());

    [Fact]
    public void A_trie_with_nothing_in_it_has_the_root_of_no_bytes()
    {
        Assert.Equal(TrieRoot.Empty, new TrieRoot().OfList([]));
        Assert.Equal(TrieRoot.Empty, Keccak256.Hash([0x80]));
    }

    [Fact]
    public void A_trie_holds_no_empty_value() =>
        Assert.Throws<ArgumentException>(() => new TrieRoot().OfList([new byte[] { 1 }, ReadOnlyMemory<byte>.Empty]));

    [Fact]
    public async Task Lists_of_every_length_have_the_roots_that_EthereumJS_gives_them()
    {
        var random = new Random(128);
        int[] lengths = [.. Enumerable.Range(1, 20), 126, 127, 128, 129, 130, 255, 256, 257, 300];
        var lists = lengths.Select(length => Enumerable.Range(0, length)
            .Select(_ => (ReadOnlyMemory<byte>)random.Bytes(random.Next(1, random.Next(4) == 0 ? 400 : 40)))
            .ToList()).ToList();

        var answers = await ethereumJs.AskAsync(
            "trie", lists.Select(static list => Case(list)), TestContext.Current.CancellationToken);

        var root = new TrieRoot();
        foreach (var (list, answer) in lists.Zip(answers))
            Assert.Equal((string?)answer!["root"], root.OfList(list).ToString());
    }

    [Fact]
    public void Two_values_that_change_places_change_the_root()
    {
        ReadOnlyMemory<byte>[] list = [new byte[] { 1, 2 }, new byte[] { 3, 4 }];
        Assert.NotEqual(new TrieRoot().OfList(list), new TrieRoot().OfList([list[1], list[0]]));
    }

    private static JsonObject Case(IReadOnlyList<ReadOnlyMemory<byte>> list) => new()
    {
        ["entries"] = new JsonArray([.. list.Select(static (value, place) =>
            (JsonNode)new JsonArray(Hex.Encode(Key(place)), Hex.Encode(value.Span)))]),
        ["keys"] = new JsonArray(),
    };

    private static byte[] Key(int place)
    {
        var writer = new RlpWriter();
        writer.Write((ulong)place);
        return writer.ToArray();
    }

    private static Dictionary<byte[], byte[]> Entries(string text) => text.Split(' ')
        .Select(static entry => entry.Split(':'))
        .ToDictionary(static entry => BytesOf(entry[0]), static entry => BytesOf(entry[1]));

    private static byte[] BytesOf(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) ? Hex.Decode(text) : Encoding.UTF8.GetBytes(text);
}
