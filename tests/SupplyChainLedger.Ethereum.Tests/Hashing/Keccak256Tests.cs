using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Tests.Oracle;

namespace SupplyChainLedger.Ethereum.Tests.Hashing;

public sealed class Keccak256Tests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("Transfer(address,address,uint256)",
        "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")]
    public void Known_texts_have_their_known_hashes(string text, string expected) =>
        Assert.Equal(expected, Keccak256.Hash(Encoding.ASCII.GetBytes(text)).ToString());

    [Fact]
    public void Every_length_hashes_as_BouncyCastle_hashes_it()
    {
        const int seed = 1600;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var reference = new KeccakDigest(256);
        var expected = new byte[Hash32.Size];
        for (var length = 0; length <= 700; length++)
        {
            var data = random.Bytes(length);
            reference.BlockUpdate(data, 0, length);
            reference.DoFinal(expected, 0);
            Assert.Equal(Hash32.FromBytes(expected), Keccak256.Hash(data));
        }
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Keccak256.Hash([], new byte[31]));
}
