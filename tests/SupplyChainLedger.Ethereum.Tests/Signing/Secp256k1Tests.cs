using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Tests.Oracle;

namespace SupplyChainLedger.Ethereum.Tests.Signing;

public sealed class Secp256k1Tests(ITestOutputHelper output)
{
    private const string GroupOrder = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    private const string LargestKey = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
    private const string SmallestKey = "0x0000000000000000000000000000000000000000000000000000000000000001";
    private const string SomeKey = "0xf8b8af8ce3c7cca5e300d33939540c10d45ce001b8f252bfbc57ba0342904181";

    public static TheoryData<string> EngineNames => Engines.Names;

    /// <summary>Vectors for RFC 6979 on this curve with SHA-256, as several Bitcoin libraries carry them.</summary>
    public static TheoryData<string, string, string, string> Vectors
    {
        get
        {
            var vectors = new TheoryData<string, string, string, string>();
            foreach (var engine in new[] { Engines.Native, Engines.Managed })
            {
                vectors.Add(engine, SmallestKey, "Satoshi Nakamoto",
                    "0x934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
                    + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5");
                vectors.Add(engine, SmallestKey,
                    "All those moments will be lost in time, like tears in rain. Time to die...",
                    "0x8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b"
                    + "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21");
                vectors.Add(engine, LargestKey, "Satoshi Nakamoto",
                    "0xfd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d0"
                    + "6b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5");
                vectors.Add(engine, SomeKey, "Alan Turing",
                    "0x7063ae83e7f62bbb171798131b4a0564b956930092b33b07b395615d9ec7e15c"
                    + "58dfcc1e00a35e1572f366ffe34ba0fc47db1e7189759b9fb233c5b05ab388ea");
            }

            return vectors;
        }
    }

    [Fact]
    public void Signatures_are_made_and_checked_by_the_library_that_the_build_brings() =>
        Assert.IsType<NativeSecp256k1>(Secp256k1.Engine);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signatures_are_deterministic_and_equal_the_published_ones(
        string engine, string secret, string message, string expected)
    {
        using var key = PrivateKey.FromBytes(Hex.Decode(secret), Engines.Get(engine));
        var digest = Hash32.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(message)));

        var signature = key.Sign(digest);

        Assert.Equal(expected, Hex.Encode(signature.ToBytes().AsSpan(0, 64)));
        Assert.Equal(key.Address, signature.Recover(digest, Engines.Get(engine)));
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void The_smallest_key_has_the_base_point_as_its_public_key(string engine)
    {
        using var key = PrivateKey.FromBytes(Hex.Decode(SmallestKey), Engines.Get(engine));

        Assert.Equal(
            "0x0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
            + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8",
            Hex.Encode(key.PublicKey.ToBytes()));
        Assert.Equal("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", key.Address.ToString());
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Zero_the_group_order_and_other_lengths_are_no_keys(string engine)
    {
        var implementation = Engines.Get(engine);
        byte[][] secrets = [new byte[32], Hex.Decode(GroupOrder), new byte[31], new byte[33], []];
        foreach (var secret in secrets)
            Assert.Throws<ArgumentException>(() => PrivateKey.FromBytes(secret, implementation));
    }

    [Fact]
    public void Both_implementations_sign_and_recover_the_same()
    {
        const int seed = 256;
        output.WriteLine($"seed {seed}");
        var (native, managed) = (Engines.Get(Engines.Native), Engines.Get(Engines.Managed));
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var secret = random.Bytes(PrivateKey.Size);
            var digest = random.Hash();
            using var first = PrivateKey.FromBytes(secret, native);
            using var second = PrivateKey.FromBytes(secret, managed);

            var signature = first.Sign(digest);

            Assert.Equal(signature, second.Sign(digest));
            Assert.Equal(first.Address, signature.Recover(digest, managed));
            Assert.Equal(first.Address, signature.Recover(digest, native));
        }
    }

    [Fact]
    public void Both_implementations_judge_invented_signatures_the_same()
    {
        const int seed = 257;
        output.WriteLine($"seed {seed}");
        var (native, managed) = (Engines.Get(Engines.Native), Engines.Get(Engines.Managed));
        var random = new Random(seed);
        var impossible = 0;
        for (var i = 0; i < 200; i++)
        {
            var digest = random.Hash();
            byte[] bytes = [.. random.Bytes(32), (byte)random.Next(0x7f), .. random.Bytes(31), (byte)(27 + i % 2)];
            Assert.True(Signature.TryParse(bytes, out var signature, out _));

            var signer = signature.Recover(digest, native);

            Assert.Equal(signer, signature.Recover(digest, managed));
            if (signer is null) impossible++;
        }

        // Half of all numbers are the x of no point.
        Assert.InRange(impossible, 60, 140);
    }

    [Fact]
    public void A_key_can_be_used_by_many_threads_at_once()
    {
        using var key = PrivateKey.Generate();
        Parallel.For(0, 200, i =>
        {
            var digest = Hash32.FromBytes(SHA256.HashData([(byte)i]));
            Assert.Equal(key.Address, key.Sign(digest).Recover(digest));
        });
    }

    [Fact]
    public void A_disposed_key_signs_no_more_and_never_prints_its_secret()
    {
        var key = PrivateKey.FromBytes(Hex.Decode(SomeKey));
        Assert.Equal($"private key of {key.Address}", key.ToString());

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign(Hash32.Zero));
    }
}
