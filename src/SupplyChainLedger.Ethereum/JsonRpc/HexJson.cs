using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Hexadecimal strings of a JSON document, read where they stand in it.</summary>
internal static class HexJson
{
    private const int MaxNumberDigits = 16;

    public static byte[] ReadBytes(JsonElement json)
    {
        var digits = Digits(json);
        var bytes = new byte[digits.Length / 2];
        Decode(digits, bytes);
        return bytes;
    }

    public static Hash32 ReadHash(JsonElement json)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        Decode(Digits(json), bytes);
        return Hash32.FromBytes(bytes);
    }

    /// <summary>Nodes write addresses in lower case or with a checksum that nobody needs to check again.</summary>
    public static Address ReadAddress(JsonElement json)
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        Decode(Digits(json), bytes);
        return Address.FromBytes(bytes);
    }

    public static ulong ReadNumber(JsonElement json)
    {
        var digits = Digits(json);
        return digits.Length is > 0 and <= MaxNumberDigits
            && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("A number of at most 64 bits is 0x and up to 16 hexadecimal digits.");
    }

    /// <summary>Writes the bytes as an item of RLP.</summary>
    public static void CopyTo(RlpWriter writer, JsonElement json)
    {
        var digits = Digits(json);
        if (digits.Length > 2)
        {
            Decode(digits, writer.WriteSpace(digits.Length / 2));
            return;
        }

        Span<byte> atMostOne = stackalloc byte[digits.Length / 2];
        Decode(digits, atMostOne);
        writer.Write(atMostOne);
    }

    private static ReadOnlySpan<byte> Digits(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) throw new FormatException("A string is expected.");
        var quoted = JsonMarshal.GetRawUtf8Value(json);
        var text = quoted[1..^1];
        return text.StartsWith("0x"u8)
            ? text[2..]
            : throw new FormatException("A byte string or number begins with 0x.");
    }

    private static void Decode(ReadOnlySpan<byte> digits, Span<byte> bytes)
    {
        if (digits.Length != bytes.Length * 2
            || Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
            throw new FormatException($"{bytes.Length} bytes are 0x and {bytes.Length * 2} hexadecimal digits.");
    }
}
