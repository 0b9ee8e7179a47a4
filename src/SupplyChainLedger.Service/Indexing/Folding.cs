using System.Runtime.InteropServices;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Folds events into all records that they change, within one transaction.</summary>
/// <param name="writer">The open transaction.</param>
internal sealed class Folding(SqliteSession writer)
{
    private static readonly KeyPairTable Parties = new("event_party");
    private static readonly KeyPairTable Outcomes = new("event_outcome");

    private readonly InvoiceChanges _invoices = new(writer);
    private readonly ShareChanges _shares = new();
    private readonly KeyPairRows _parties = new(Parties);
    private readonly KeyPairRows _outcomes = new(Outcomes);
    private readonly List<KeptEvent> _events = [];
    private readonly List<ParticipantId> _concerned = [];

    /// <summary>Folds a new event, and keeps it.</summary>
    public void Append(ChainLog log)
    {
        var row = new PlacedEvent(log.At, log.Event);
        ParticipantFamily.Project(writer, row);
        RuleVersionTable.Project(writer, log.Event, log.At);
        if (log.Event.InvoiceConcerned is { } id)
        {
            var (invoice, concerned) = Project(id, row);
            Keep(log, invoice.Submitted, concerned);
        }
        else
        {
            Keep(log, invoice: null, log.Event.ParticipantsNamed);
        }
    }

    /// <summary>Folds an event that is there once more, into an invoice that was forgotten.</summary>
    public void Again(InvoiceId invoice, PlacedEvent row) => Project(invoice, row);

    /// <summary>Writes what has been left to the end.</summary>
    public void Write()
    {
        _invoices.Write();
        EventTable.Insert(writer, CollectionsMarshal.AsSpan(_events));
        _shares.Write(writer);
        _parties.Write(writer);
        _outcomes.Write(writer);
    }

    /// <summary>
    /// The invoice after the event, and whom it concerns: both of its parties, whichever of them the log itself names,
    /// and those who have a part in the receivable.
    /// </summary>
    private (InvoiceRecord Invoice, IEnumerable<ParticipantId> Parties) Project(InvoiceId id, PlacedEvent row)
    {
        var before = _invoices.Before(row.Event, id);
        var invoice = InvoiceFold.Apply(before, row.Event, row.At);
        if (invoice != before) _invoices.Save(invoice);
        return (invoice, [invoice.Supplier, invoice.Buyer, .. ReceivableFamily.Project(writer, invoice, row, _shares)]);
    }

    /// <param name="log">The event.</param>
    /// <param name="invoice">Where the invoice that it concerns was submitted.</param>
    /// <param name="concerned">Whom it concerns; some may be there twice.</param>
    private void Keep(ChainLog log, LogPosition? invoice, IEnumerable<ParticipantId> concerned)
    {
        var outcome = EventOutcomes.KeyOf(log.Event);
        _events.Add(new KeptEvent(log, invoice, outcome));
        if (outcome is { } key) _outcomes.Add(key, log.At.Key);

        // A handful, most of them there twice: to look through them costs less than to sort and write them.
        _concerned.Clear();
        foreach (var party in concerned)
        {
            if (_concerned.Contains(party)) continue;
            _concerned.Add(party);
            _parties.Add(party.Value, log.At.Key);
        }
    }
}
