using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>What each event makes of the holdings of a receivable.</summary>
internal static class HoldingFold
{
    /// <param name="find">Finds a holding as it was before the event.</param>
    /// <param name="invoice">The invoice, after the event.</param>
    /// <param name="logged">An event that concerns the invoice.</param>
    /// <param name="at">Where the event stands.</param>
    /// <returns>What the event made of the holdings; empty where it changes none.</returns>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static ReceivableEvent Apply(
        Func<HoldingId, IndexedHolding?> find, InvoiceRecord invoice, LedgerEvent logged, LogPosition at)
    {
        var intent = logged.IntentConcerned ?? default;
        var changes = new List<IndexedHoldingChange>(2);
        foreach (var said in logged.HoldingsChanged)
        {
            var before = find(said.Holding);
            changes.Add(new IndexedHoldingChange(before, After(before, invoice, logged, said, intent, at)));
        }

        return new ReceivableEvent(logged, at, invoice, changes);
    }

    private static IndexedHolding After(
        IndexedHolding? before, InvoiceRecord invoice, LedgerEvent logged, HoldingChange said, IntentHash intent,
        LogPosition at)
    {
        var begins = said.Holding == logged.HoldingConcerned
            && (logged is InvoiceConfirmed || logged.ParentConcerned is not null);
        return before switch
        {
            null when begins => new IndexedHolding(
                said.Holding, invoice.Id, logged.ParentConcerned, said.Record, invoice.Supplier, invoice.Buyer,
                invoice.Currency, invoice.DueDate, at, intent, said.Record.Amount, at, intent),
            not null when !begins && before.Receivable == invoice.Id =>
                before with { Record = said.Record, Changed = at, ChangeIntent = intent },
            _ => throw new InconsistentChainException(
                $"Log {at.LogIndex} of block {at.Block} tells {logged.GetType().Name} of the holding {said.Holding}, "
                + (before is null ? "which the index does not have." : $"which the index has of {before.Receivable}.")),
        };
    }
}
