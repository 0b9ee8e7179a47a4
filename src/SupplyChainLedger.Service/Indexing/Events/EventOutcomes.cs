using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>
/// Of which digests the events of a transaction tell the outcome, for the table <c>event_outcome</c>. Written at its
/// end.
/// </summary>
internal sealed class EventOutcomes
{
    private static readonly KeyPairTable Table = new("event_outcome");

    private readonly List<(long Outcome, long At)> _rows = [];

    /// <summary>
    /// The digest or call hash of which an event tells the outcome. Each is told once: that an obligor is stopped
    /// follows from the event before it.
    /// </summary>
    public static Hash32? Of(LedgerEvent logged) => logged switch
    {
        IntentRefused e => e.CallHash,
        ObligorStopped => null,
        _ => logged.IntentConcerned?.Value,
    };

    /// <summary>What the tables hold of a digest or call hash.</summary>
    public static long HeadOf(Hash32 key)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        key.CopyTo(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    /// <param name="at">The event.</param>
    /// <param name="outcome">The digest or call hash; null where it tells no outcome.</param>
    public void Add(LogPosition at, Hash32? outcome)
    {
        if (outcome is { } key) _rows.Add((HeadOf(key), at.Key));
    }

    public void Write(SqliteSession writer)
    {
        _rows.Sort();
        Table.Insert(writer, CollectionsMarshal.AsSpan(_rows));
    }
}
