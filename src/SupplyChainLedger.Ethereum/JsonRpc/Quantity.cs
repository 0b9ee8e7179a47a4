using System.Globalization;
using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// Numbers as Ethereum's JSON-RPC writes them (EIP-1474): <c>0x</c> and the fewest digits, <c>0x0</c> for zero.
/// </summary>
internal static class Quantity
{
    private const int MaxDigits = 64;

    public static string Write(ulong value) => $"0x{value:x}";

    public static string Write(BigInteger value) =>
        value.Sign >= 0
            ? "0x" + (value.IsZero ? "0" : value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0'))
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantity is not negative.");

    /// <exception cref="FormatException">The text is not a quantity of at most 64 bits.</exception>
    public static ulong ReadUInt64(string? text) =>
        HasForm(text) && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, null, out var value)
            ? value
            : throw new FormatException("A number of at most 64 bits is 0x and up to 16 hexadecimal digits.");

    /// <exception cref="FormatException">The text is not a quantity of at most 256 bits.</exception>
    public static BigInteger ReadUInt256(string? text) =>
        HasForm(text) && BigInteger.TryParse($"0{text.AsSpan(2)}", NumberStyles.AllowHexSpecifier, null, out var value)
            ? value
            : throw new FormatException("A number of at most 256 bits is 0x and up to 64 hexadecimal digits.");

    private static bool HasForm(string? text) =>
        text is { Length: > 2 and <= MaxDigits + 2 } && text.StartsWith("0x", StringComparison.Ordinal);
}
