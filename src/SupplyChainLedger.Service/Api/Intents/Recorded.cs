using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary>Finds what an executed intent has made or changed.</summary>
internal static class Recorded
{
    public static V1.Invoice? Invoice(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        intent.InvoiceConcerned is { } id && snapshot.Invoices.Find(id) is { } row
            ? InvoiceWriter.Write(snapshot, row)
            : null;
}
