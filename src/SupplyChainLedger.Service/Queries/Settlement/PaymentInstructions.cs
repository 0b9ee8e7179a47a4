using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>Who was to be paid on a receivable at any moment, how much, and where to.</summary>
internal sealed class PaymentInstructions(SqliteSession session, IndexHead head)
{
    private const ulong SecondsOfDay = 86_400;

    /// <summary>The instruction of a day as it was when the day ended, of today or later as it is now.</summary>
    /// <returns>A line for each holding that something is owed on, largest first.</returns>
    public IReadOnlyList<PaymentLine> On(InvoiceId receivable, EpochDay day)
    {
        var end = (day.Value + 1ul) * SecondsOfDay - 1;
        var isPast = end < head.Indexed.Timestamp;
        IEnumerable<IndexedHolding> holdings =
            isPast ? At(receivable, end).Values : HoldingTable.OfReceivable(session, receivable);
        return
        [
            .. holdings
                .Where(one => one.Record.Amount > 0)
                .OrderByDescending(one => one.Record.Amount).ThenBy(one => one.Opened.Key)
                .Select(one => Line(one, isPast ? end : head.Indexed.Timestamp)),
        ];
    }

    /// <summary>The line of a holding as it stands now.</summary>
    public PaymentLine Line(IndexedHolding holding) => Line(holding, head.Indexed.Timestamp);

    private PaymentLine Line(IndexedHolding holding, ulong time) => new(
        holding,
        AccountTable.Valid(session, holding.Record.Holder, holding.Currency, time),
        HoldingTrace.HeldSince(session, holding, holding.Changed.Key));

    /// <summary>The holdings as the events up to a time (Unix seconds) have made them.</summary>
    private Dictionary<HoldingId, IndexedHolding> At(InvoiceId receivable, ulong time)
    {
        var holdings = new Dictionary<HoldingId, IndexedHolding>();
        InvoiceRecord? invoice = null;
        foreach (var row in EventTable.OfInvoice(session, receivable))
        {
            if (row.At.Block.Timestamp > time) break;
            invoice = InvoiceFold.Apply(invoice, row.Event, row.Position);
            var logged = HoldingFold.Apply(
                id => holdings.GetValueOrDefault(id), invoice, row.Event, row.Position);
            foreach (var change in logged.Changes) holdings[change.After.Id] = change.After;
        }

        return holdings;
    }
}
