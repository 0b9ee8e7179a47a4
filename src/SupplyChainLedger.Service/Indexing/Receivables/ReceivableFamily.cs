using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Exposures;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>
/// Everything that follows from the events of one receivable: it is made anew as a whole when some of them are taken
/// back.
/// </summary>
internal static class ReceivableFamily
{
    private static readonly string[] Tables =
    [
        $"holding WHERE {HashColumn.Is("receivable", "?1")}",
        "endorsement WHERE receivable = ?1", "transfer WHERE receivable = ?1", "financing WHERE receivable = ?1",
        "offer WHERE receivable = ?1", "payment WHERE receivable = ?1", "credit_note WHERE receivable = ?1",
        "dispute WHERE receivable = ?1", "cancellation WHERE receivable = ?1",
    ];

    /// <summary>Folds the event into all records that it changes.</summary>
    /// <param name="writer">The open transaction.</param>
    /// <param name="invoice">The invoice, after the event.</param>
    /// <param name="row">An event that concerns it.</param>
    /// <param name="shares">Takes in what it changes of the shares.</param>
    /// <returns>Whom the event concerns besides supplier and buyer; some may be there twice.</returns>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static IEnumerable<ParticipantId> Project(
        SqliteSession writer, InvoiceRecord invoice, PlacedEvent row, ShareChanges shares)
    {
        // There is nothing of it before its confirmation.
        var logged = HoldingFold.Apply(
            id => invoice.Opened == row.At ? null : HoldingTable.Find(writer, invoice, id), invoice, row.Event, row.At);
        var parties = PartiesOf(writer, logged);
        if (logged.Changes.Count > 0) Move(writer, logged, shares);
        TransferTable.Project(writer, logged);
        FinancingTable.Project(writer, logged);
        OfferTable.Project(writer, logged);
        PaymentTable.Project(writer, logged);
        CreditNoteTable.Project(writer, logged);
        DisputeTable.Project(writer, logged);
        CancellationTable.Project(writer, logged);
        return parties;
    }

    /// <summary>Forgets all of it.</summary>
    public static void Delete(SqliteSession writer, InvoiceRecord invoice)
    {
        if (invoice.Opened is not { } opened) return;
        foreach (var holding in HoldingTable.OfReceivable(writer, invoice.Id)) ExposureUseTable.Remove(writer, holding);
        ShareTable.Delete(writer, opened);
        ReceivableTable.Delete(writer, opened);
        foreach (var rows in Tables) writer.Execute($"DELETE FROM {rows}", invoice.Id.Value.ToBytes());
    }

    private static void Move(SqliteSession writer, ReceivableEvent logged, ShareChanges shares)
    {
        var receivable = ReceivableTable.Project(writer, logged);
        foreach (var change in logged.Changes)
        {
            HoldingTable.Save(writer, change.After);
            shares.Move(receivable.Opened, change);
            ExposureUseTable.Move(writer, change);
        }

        EndorsementTable.Project(writer, logged);
    }

    /// <summary>Those whom the log names, who hold what it changes or did, and whose offers it may end.</summary>
    private static List<ParticipantId> PartiesOf(SqliteSession writer, ReceivableEvent logged)
    {
        var parties = new List<ParticipantId>(logged.Event.ParticipantsNamed);
        foreach (var change in logged.Changes)
        {
            foreach (var holding in (IndexedHolding?[])[change.Before, change.After])
            {
                if (holding is null) continue;
                parties.Add(holding.Record.Holder);
                if (holding.Counterparty is { } counterparty) parties.Add(counterparty);
            }
        }

        if (logged.Changes.Count == 0 && logged.Event.HoldingConcerned is { } concerned
            && HoldingTable.Find(writer, logged.Invoice, concerned) is { } unchanged)
            parties.Add(unchanged.Record.Holder);
        if (FinancingFold.Concerns(logged)) parties.AddRange(OfferTable.FinanciersOf(writer, logged.Holding.Id));
        return parties;
    }
}
