using System.Globalization;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Queries.Invoices;

/// <summary>Which invoices are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Supplier">Who claims.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueBefore">It is due before this date.</param>
internal sealed record InvoiceFilter(
    ParticipantId? Supplier = null,
    ParticipantId? Buyer = null,
    InvoiceState? State = null,
    EpochDay? DueBefore = null)
{
    /// <summary>The same text for the same filters.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"supplier={Supplier?.Value},buyer={Buyer?.Value},state={(int?)State},due_before={DueBefore?.Value}");
}
