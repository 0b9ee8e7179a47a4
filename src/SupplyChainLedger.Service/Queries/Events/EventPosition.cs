using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Events;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>
/// Where a reader of the event stream is: after one event. It carries the start of the block's hash, so that a block
/// that took the place of another is told apart.
/// </summary>
/// <param name="At">The event.</param>
/// <param name="BlockHashStart">The first 8 bytes of its block's hash.</param>
internal readonly record struct EventPosition(LogPosition At, ulong BlockHashStart)
{
    private const byte Version = 1;
    private const int LongestShown = 128;
    private const int Bytes = 1 + sizeof(ulong) + sizeof(uint) + sizeof(ulong);

    public static EventPosition Of(EventRow row) => new(row.Position, StartOf(row.At.Block.Hash));

    /// <exception cref="LedgerFault">POSITION_INVALID: the text has another form.</exception>
    public static EventPosition Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length != Base64Url.GetEncodedLength(Bytes)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done
            || written != Bytes
            || bytes[0] != Version)
            throw LedgerFaults.PositionInvalid(text.Length <= LongestShown ? text : text[..LongestShown]);
        var at = new LogPosition(
            BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[9..]));
        if (!at.HasKey) throw LedgerFaults.PositionInvalid(text);
        return new EventPosition(at, BinaryPrimitives.ReadUInt64BigEndian(bytes[13..]));
    }

    /// <summary>Whether the event's block can be the one of this hash.</summary>
    public bool IsIn(Hash32 blockHash) => StartOf(blockHash) == BlockHashStart;

    /// <summary>28 characters of URL-safe base64.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], At.Block);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[9..], At.LogIndex);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[13..], BlockHashStart);
        return Base64Url.EncodeToString(bytes);
    }

    private static ulong StartOf(Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        hash.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
