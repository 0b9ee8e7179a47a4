using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Financing;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>Which requests for financing are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Requester">Who asks.</param>
/// <param name="Obligor">Who owes the part.</param>
/// <param name="Financier">Whose offer was accepted.</param>
/// <param name="Receivable">Of what it is a part.</param>
/// <param name="State">Where it stands.</param>
internal sealed record FinancingFilter(
    ParticipantId? Requester = null,
    ParticipantId? Obligor = null,
    ParticipantId? Financier = null,
    InvoiceId? Receivable = null,
    FinancingState? State = null)
{
    public bool Admits(FinancingRecord financing) =>
        (Requester is null || financing.Requester == Requester)
        && (Obligor is null || financing.Obligor == Obligor)
        && (Financier is null || financing.Accepted?.Financier == Financier)
        && (Receivable is null || financing.Receivable == Receivable)
        && (State is null || financing.State == State);
}
