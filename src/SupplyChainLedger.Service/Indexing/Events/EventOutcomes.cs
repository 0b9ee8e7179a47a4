using System.Buffers.Binary;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>Of which digest or call hash an event tells the outcome, and what the tables hold of that.</summary>
internal static class EventOutcomes
{
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

    /// <summary>What the tables hold of <see cref="Of"/>; null where an event tells no outcome.</summary>
    public static long? KeyOf(LedgerEvent logged) => Of(logged) is { } outcome ? KeyOf(outcome) : null;

    /// <summary>What the tables hold of a digest or call hash: its first 8 bytes.</summary>
    public static long KeyOf(Hash32 outcome)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        outcome.CopyTo(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}
