using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>A supplier's wish to undo a whole receivable, as its events have made it.</summary>
/// <param name="Id">The intent that asked for it.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Supplier">Who asked.</param>
/// <param name="Buyer">Who is to consent.</param>
/// <param name="Reason">Why.</param>
/// <param name="AnswerBy">Unix seconds until which the buyer can answer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AnswerReason">Why it was declined; null otherwise.</param>
/// <param name="Requested">Where it was asked for.</param>
/// <param name="Ended">Where it took effect or failed; null while it waits.</param>
internal sealed record CancellationRecord(
    IntentHash Id,
    InvoiceId Receivable,
    ParticipantId Supplier,
    ParticipantId Buyer,
    string Reason,
    uint AnswerBy,
    ProposalState State,
    string? AnswerReason,
    LogPosition Requested,
    LogPosition? Ended);
