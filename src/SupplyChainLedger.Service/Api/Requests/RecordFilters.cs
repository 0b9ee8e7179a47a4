using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Reads the records that filters name; an empty filter is null.</summary>
internal static class RecordFilters
{
    /// <exception cref="Faults.LedgerFault">The name is malformed.</exception>
    public static InvoiceId? Receivable(string field, string name) =>
        name.Length == 0 ? null : ResourceNames.ReadReceivable(field, name);

    /// <exception cref="Faults.LedgerFault">The name is malformed.</exception>
    public static HoldingId? Holding(string field, string name) =>
        name.Length == 0 ? null : ResourceNames.ReadHolding(field, name);
}
