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

    /// <summary>The invoice as it is now; null when it was never submitted.</summary>
    public InvoiceRecord? Find(InvoiceId id) => _changed.GetValueOrDefault(id) ?? InvoiceTable.Find(writer, id);

    /// <summary>Changes or adds it.</summary>
    public void Save(InvoiceRecord invoice) => _changed[invoice.Id] = invoice;

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        foreach (var invoice in _changed.Values) InvoiceTable.Save(writer, invoice);
    }
}
