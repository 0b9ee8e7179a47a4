using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>
/// Page tokens: where the next page begins, authenticated together with the query and its filters (HMAC-SHA-256, cut to
/// 128 bits), so that a token serves for nothing but the list that gave it out.
/// </summary>
/// <param name="key">The secret that authenticates them.</param>
internal sealed class PageTokens(byte[] key)
{
    private const byte Version = 1;
    private const int CursorBytes = 2 * sizeof(long);
    private const int TagBytes = 16;
    private const int TokenBytes = 1 + CursorBytes + TagBytes;

    /// <param name="query">Name of the list.</param>
    /// <param name="filter">Its filters in a form in which the same filters are the same text.</param>
    /// <param name="cursor">Where the next page begins.</param>
    public string Write(string query, string filter, PageCursor cursor)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        token[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(token[1..], cursor.First);
        BinaryPrimitives.WriteInt64BigEndian(token[(1 + sizeof(long))..], cursor.Second);
        WriteTag(query, filter, token[..^TagBytes], token[^TagBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The cursor in a token that <see cref="Write"/> made for the same query and filters.</summary>
    /// <exception cref="LedgerFault">The token is any other.</exception>
    public PageCursor Read(string query, string filter, string token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        if (token.Length != Base64Url.GetEncodedLength(TokenBytes)
            || Base64Url.DecodeFromChars(token, bytes, out _, out var written) != OperationStatus.Done
            || written != TokenBytes)
            throw LedgerFaults.PageTokenInvalid();

        Span<byte> tag = stackalloc byte[TagBytes];
        WriteTag(query, filter, bytes[..^TagBytes], tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, bytes[^TagBytes..]) || bytes[0] != Version)
            throw LedgerFaults.PageTokenInvalid();
        return new PageCursor(
            BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[(1 + sizeof(long))..]));
    }

    private void WriteTag(string query, string filter, ReadOnlySpan<byte> signed, Span<byte> tag)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.UTF8.GetBytes($"{query}\n{filter}\n"));
        mac.AppendData(signed);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        mac.GetHashAndReset(whole);
        whole[..tag.Length].CopyTo(tag);
    }
}
