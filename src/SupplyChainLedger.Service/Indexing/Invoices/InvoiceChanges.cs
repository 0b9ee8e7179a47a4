using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Invoices;

/// <summary>
/// The invoices that a transaction changes. Each is written once, at its end, however many events it has there: most
/// are confirmed soon after they were submitted.
/// </summary>
/// <param name="writer">The open transaction.</param>
internal sealed class InvoiceChanges(SqliteSession writer)
{
    private readonly Dictionary<InvoiceId, InvoiceRecord> _changed = [];
    private readonly List<InvoiceId> _submitted = [];

    /// <summary>
    /// The invoice as it is before an event; null when it was never submitted. A submission is taken for the first one:
    /// whether the index has the invoice is asked once for all of them, at the end.
    /// </summary>
    public InvoiceRecord? Before(LedgerEvent logged, InvoiceId id)
    {
        if (_changed.TryGetValue(id, out var changed)) return changed;
        if (logged is not InvoiceSubmitted) return InvoiceTable.Find(writer, id);
        _submitted.Add(id);
        return null;
    }

    /// <summary>Changes or adds it.</summary>
    public void Save(InvoiceRecord invoice) => _changed[invoice.Id] = invoice;

    /// <summary>Writes all of them.</summary>
    /// <exception cref="InconsistentChainException">One was submitted that the index has already.</exception>
    public void Write()
    {
        // In the order of their index, in which each page is looked for once.
        _submitted.Sort(static (one, other) => one.Value.CompareTo(other.Value));
        if (InvoiceTable.FindAny(writer, _submitted) is { } before)
            throw InvoiceFold.SubmittedTwice(before, _changed[before.Id].Submitted);
        InvoiceTable.Save(writer, [.. _changed.Values]);
    }
}
