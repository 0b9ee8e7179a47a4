using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Settlement;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>Which payments are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Receivable">For a part of this receivable.</param>
/// <param name="Holding">For this holding.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="Holder">Who is paid.</param>
/// <param name="State">Where it stands.</param>
/// <param name="BySilence">Whether it counts as received only since nobody answered.</param>
internal sealed record PaymentFilter(
    InvoiceId? Receivable = null,
    HoldingId? Holding = null,
    ParticipantId? Payer = null,
    ParticipantId? Holder = null,
    PaymentState? State = null,
    bool? BySilence = null)
{
    public bool Admits(PaymentRecord payment) =>
        (Receivable is null || payment.Receivable == Receivable)
        && (Holding is null || payment.Holding == Holding)
        && (Payer is null || payment.Payer == Payer)
        && (Holder is null || payment.Holder == Holder)
        && (State is null || payment.State == State)
        && (BySilence is null || payment.BySilence == BySilence);
}
