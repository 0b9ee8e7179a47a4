using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Queries.Holdings;

/// <summary>Which holdings are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Holder">Who is owed it.</param>
/// <param name="Counterparty">Whom its step concerns, or who answers for it.</param>
/// <param name="Receivable">Of what it is a part.</param>
/// <param name="Phase">How it stands.</param>
/// <param name="Step">What it waits for.</param>
/// <param name="DueBefore">It is due before this date.</param>
internal sealed record HoldingFilter(
    ParticipantId? Holder = null,
    ParticipantId? Counterparty = null,
    InvoiceId? Receivable = null,
    HoldingPhase? Phase = null,
    HoldingStep? Step = null,
    EpochDay? DueBefore = null)
{
    public bool Admits(IndexedHolding holding) =>
        (Holder is null || holding.Record.Holder == Holder)
        && (Counterparty is null || holding.Counterparty == Counterparty)
        && (Receivable is null || holding.Receivable == Receivable)
        && (Phase is null || holding.Record.Phase == Phase)
        && (Step is null || holding.Record.Step == Step)
        && (DueBefore is not { } limit || holding.DueDate.Value < limit.Value);
}
