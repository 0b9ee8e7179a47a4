using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary>Reads what a call that changed an invoice returns.</summary>
internal sealed class InvoiceAnswer(IIndexReader index)
{
    /// <summary>The intent, and the invoice from its inclusion on.</summary>
    public async Task<(Intent Intent, Invoice? Invoice)> ReadAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        var row = entry is { State: EntryState.Executed, Invoice: { } id } ? snapshot.Invoices.Find(id) : null;
        return (IntentWriter.Write(snapshot, entry), row is null ? null : InvoiceWriter.Write(snapshot, row));
    }
}
