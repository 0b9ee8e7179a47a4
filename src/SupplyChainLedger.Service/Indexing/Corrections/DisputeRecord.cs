using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>A dispute on a part, as its events have made it.</summary>
/// <param name="Holding">The part that was taken out for it; also the digest of the intent.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Parent">The holding it was taken out of.</param>
/// <param name="Buyer">Who disputes it.</param>
/// <param name="Supplier">Who claimed the invoice.</param>
/// <param name="Holder">Whose part it is.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Amount">Minor units in dispute.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">SHA-256 of what shows it.</param>
/// <param name="EndsAt">Unix seconds at which it ends by itself, and the debt stands.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Credited">Minor units that the holder gave up.</param>
/// <param name="Answer">The holder's newest answer; null before there was one.</param>
/// <param name="Opened">Where it was opened.</param>
/// <param name="Ended">Where it ended; null while it is open.</param>
internal sealed record DisputeRecord(
    HoldingId Holding,
    InvoiceId Receivable,
    HoldingId Parent,
    ParticipantId Buyer,
    ParticipantId Supplier,
    ParticipantId Holder,
    string Currency,
    ulong Amount,
    string Reason,
    Hash32 Evidence,
    uint EndsAt,
    DisputeState State,
    ulong Credited,
    Contest? Answer,
    LogPosition Opened,
    LogPosition? Ended);

/// <summary>Where a dispute stands.</summary>
internal enum DisputeState
{
    /// <summary>The part is frozen.</summary>
    Open = 1,

    /// <summary>The holder gave up a part or all of it.</summary>
    Credited = 2,

    /// <summary>The buyer took it back.</summary>
    Withdrawn = 3,

    /// <summary>Its time passed, and the debt stands.</summary>
    Lapsed = 4,
}
