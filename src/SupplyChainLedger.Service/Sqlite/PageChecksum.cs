using System.Buffers.Binary;
using System.IO.Hashing;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// The checksum that stands in the last 8 bytes of each page: XXH3 over the others, changed by the page's number, so
/// that neither a page with other bytes nor one from another place passes.
/// </summary>
internal static class PageChecksum
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 4096;

    /// <summary>How many of them the checksum takes.</summary>
    public const int Size = sizeof(ulong);

    // Odd, so that no two numbers give the same: 2 to the power of 64 divided by the golden ratio.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>Writes the checksum to its place.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">Its place in the file.</param>
    public static void Seal(Span<byte> page, long number) =>
        BinaryPrimitives.WriteUInt64LittleEndian(page[^Size..], Of(page, number));

    /// <summary>Whether the page is as it was sealed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">Its place in the file.</param>
    public static bool Holds(ReadOnlySpan<byte> page, long number) =>
        BinaryPrimitives.ReadUInt64LittleEndian(page[^Size..]) == Of(page, number);

    private static ulong Of(ReadOnlySpan<byte> page, long number) =>
        XxHash3.HashToUInt64(page[..^Size]) ^ unchecked((ulong)(number + 1) * Spread);
}
