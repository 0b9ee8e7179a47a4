using System.Buffers;

namespace SupplyChainLedger.Ethereum;

/// <summary>Byte strings as Ethereum writes them: <c>0x</c> and two hexadecimal digits a byte.</summary>
public static class Hex
{
    private const string Prefix = "0x";

    /// <summary>Writes bytes as <c>0x</c> and lower-case digits; no bytes give <c>0x</c>.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) =>
        string.Concat(Prefix, Convert.ToHexStringLower(bytes));

    /// <summary>Reads <c>0x</c> and an even number of digits in either case.</summary>
    /// <exception cref="FormatException">The prefix is missing, a digit is wrong or the count is odd.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text) =>
        TryDecode(text, out var bytes)
            ? bytes
            : throw new FormatException("A byte string is 0x followed by an even number of hexadecimal digits.");

    /// <summary>Reads <c>0x</c> and an even number of digits in either case; false for anything else.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (!text.StartsWith(Prefix) || (text.Length & 1) != 0) return false;
        var result = new byte[text.Length / 2 - 1];
        if (!TryDecode(text, result)) return false;
        bytes = result;
        return true;
    }

    /// <summary>Reads exactly as many bytes as the destination holds.</summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination) =>
        text.Length == destination.Length * 2 + Prefix.Length
        && text.StartsWith(Prefix)
        && Convert.FromHexString(text[Prefix.Length..], destination, out _, out _) == OperationStatus.Done;
}
