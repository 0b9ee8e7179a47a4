using System.Numerics;
using System.Text;

namespace SupplyChainLedger.Ethereum.Tests.Oracle;

/// <summary>Values for generated tests, with the edges of every type more often than chance would give them.</summary>
internal static class RandomValues
{
    private static readonly Rune[] Runes = [.. "aZ09 ,\"\\\n€ß供应链🚚".EnumerateRunes()];

    public static byte[] Bytes(this Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    public static Address Address(this Random random) => Ethereum.Address.FromBytes(random.Bytes(20));

    public static Hash32 Hash(this Random random) => Hash32.FromBytes(random.Bytes(32));

    public static BigInteger Unsigned(this Random random, int bits) => random.Next(6) switch
    {
        0 => 0,
        1 => (BigInteger.One << bits) - 1,
        _ => new BigInteger(random.Bytes(32), isUnsigned: true) >> (256 - random.Next(1, bits + 1)),
    };

    public static BigInteger Signed(this Random random, int bits) =>
        random.Unsigned(bits) - (BigInteger.One << (bits - 1));

    public static string Text(this Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(6) == 0 ? random.Next(200) : random.Next(12); i > 0; i--)
            text.Append(Runes[random.Next(Runes.Length)]);
        return text.ToString();
    }
}
