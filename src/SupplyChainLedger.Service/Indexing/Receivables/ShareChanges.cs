using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>
/// What a transaction changes of the shares: kept until its end, and written in the table's order, each share once.
/// </summary>
internal sealed class ShareChanges
{
    private readonly Dictionary<(long Holder, long Receivable), long> _changes = [];

    /// <summary>Moves what a holding counts for from how it was to how it is.</summary>
    /// <param name="opened">Where its receivable was opened.</param>
    /// <param name="change">What became of it.</param>
    public void Move(LogPosition opened, IndexedHoldingChange change)
    {
        if (change.Before is { } before) Add(opened, before.Record.Holder, -(long)before.Record.Amount);
        Add(opened, change.After.Record.Holder, (long)change.After.Record.Amount);
    }

    public void Write(SqliteSession writer)
    {
        foreach (var ((holder, receivable), amount) in _changes.OrderBy(static change => change.Key))
            if (amount != 0) ShareTable.Add(writer, holder, receivable, amount);
    }

    private void Add(LogPosition opened, ParticipantId holder, long amount)
    {
        var share = ((long)holder.Value, opened.Key);
        _changes[share] = _changes.GetValueOrDefault(share) + amount;
    }
}
