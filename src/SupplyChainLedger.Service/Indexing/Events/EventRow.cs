using SupplyChainLedger.Contracts.Events;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>An event of the indexed chain.</summary>
/// <param name="At">Where it was recorded.</param>
/// <param name="Event">What it says.</param>
internal sealed record EventRow(RecordedAt At, LedgerEvent Event)
{
    public LogPosition Position => new(At.Block.Number, At.LogIndex);
}
