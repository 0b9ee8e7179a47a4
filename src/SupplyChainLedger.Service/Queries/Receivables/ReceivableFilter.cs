using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Receivables;

namespace SupplyChainLedger.Service.Queries.Receivables;

/// <summary>Which receivables are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Holder">Who holds a part of it that is not paid.</param>
/// <param name="Supplier">Who claimed it.</param>
/// <param name="Obligor">Who owes it.</param>
/// <param name="DueBefore">It is due before this date.</param>
/// <param name="OpenOnly">Something of it is outstanding.</param>
internal sealed record ReceivableFilter(
    ParticipantId? Holder = null,
    ParticipantId? Supplier = null,
    ParticipantId? Obligor = null,
    EpochDay? DueBefore = null,
    bool OpenOnly = false)
{
    /// <summary>Whether a receivable meets all conditions but the holder's.</summary>
    public bool Admits(ReceivableRecord receivable) =>
        (Supplier is null || receivable.Supplier == Supplier)
        && (Obligor is null || receivable.Obligor == Obligor)
        && (DueBefore is not { } limit || receivable.DueDate.Value < limit.Value)
        && (!OpenOnly || receivable.Outstanding > 0);
}
