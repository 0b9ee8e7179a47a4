using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Folds events into all records that they change, within one transaction.</summary>
/// <param name="writer">The open transaction.</param>
internal sealed class Folding(SqliteSession writer)
{
    private readonly InvoiceChanges _invoices = new(writer);
    private readonly EventParties _parties = new();
    private readonly EventOutcomes _outcomes = new();

    /// <summary>Folds a new event, and keeps it.</summary>
    public void Append(ChainLog log)
    {
        var row = new PlacedEvent(log.At, log.Event);
        ParticipantFamily.Project(writer, row);
        RuleVersionTable.Project(writer, log.Event, log.At);
        _outcomes.Add(log.At, EventOutcomes.Of(log.Event));
        if (log.Event.InvoiceConcerned is { } id)
        {
            var (invoice, concerned) = Project(id, row);
            EventTable.Insert(writer, log, invoice.Submitted);
            _parties.Add(log.At, concerned);
        }
        else
        {
            EventTable.Insert(writer, log, invoice: null);
            _parties.Add(log.At, log.Event.ParticipantsNamed);
        }
    }

    /// <summary>Folds an event that is there once more, into an invoice that was forgotten.</summary>
    public void Again(InvoiceId invoice, PlacedEvent row) => Project(invoice, row);

    /// <summary>Writes what has been left to the end.</summary>
    public void Write()
    {
        _invoices.Write();
        _parties.Write(writer);
        _outcomes.Write(writer);
    }

    /// <summary>
    /// The invoice after the event, and whom it concerns: both of its parties, whichever of them the log itself names,
    /// and those who have a part in the receivable.
    /// </summary>
    private (InvoiceRecord Invoice, IEnumerable<ParticipantId> Parties) Project(InvoiceId id, PlacedEvent row)
    {
        var before = _invoices.Find(id);
        var invoice = InvoiceFold.Apply(before, row.Event, row.At);
        if (invoice != before) _invoices.Save(invoice);
        return (invoice, [invoice.Supplier, invoice.Buyer, .. ReceivableFamily.Project(writer, invoice, row)]);
    }
}
