using System.Buffers;
using System.Text;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The text of <c>grpc-message</c>: UTF-8, percent-encoded (RFC 3986 §2.1) outside printable ASCII.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Unencoded = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(code => code != '%')));

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Unencoded))
            return text;

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (Unencoded.Contains((char)octet))
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2", null));
        }

        return encoded.ToString();
    }

    /// <summary>Decodes what is valid and leaves broken escapes as they are; never fails.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;

        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                octets.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return Encoding.UTF8.GetString([.. octets]);
    }
}
