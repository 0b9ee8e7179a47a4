using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Corrections;

namespace SupplyChainLedger.Service.Queries.Corrections;

/// <summary>Which disputes are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Receivable">On a part of this receivable.</param>
/// <param name="Buyer">Who disputes.</param>
/// <param name="Holder">Whose part it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Answered">Whether the holder has answered it.</param>
internal sealed record DisputeFilter(
    InvoiceId? Receivable = null,
    ParticipantId? Buyer = null,
    ParticipantId? Holder = null,
    DisputeState? State = null,
    bool? Answered = null)
{
    public bool Admits(DisputeRecord dispute) =>
        (Receivable is null || dispute.Receivable == Receivable)
        && (Buyer is null || dispute.Buyer == Buyer)
        && (Holder is null || dispute.Holder == Holder)
        && (State is null || dispute.State == State)
        && (Answered is null || dispute.Answer is not null == Answered);
}
