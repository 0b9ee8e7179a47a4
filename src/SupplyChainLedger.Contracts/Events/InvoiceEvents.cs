using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>A supplier claimed a debt.</summary>
/// <param name="Invoice">Id derived from the business key.</param>
/// <param name="Supplier">Who claims.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Intent">Digest that the supplier signed.</param>
/// <param name="Number">The invoice's number (BT-1).</param>
/// <param name="TypeCode">UNTDID 1001 code (BT-3).</param>
/// <param name="IssueDate">Date of issue (BT-2).</param>
/// <param name="DueDate">Date of maturity (BT-9).</param>
/// <param name="Currency">Three letters, as signed; ISO 4217 by the service's rules, not by the contract's.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
public sealed record InvoiceSubmitted(
    InvoiceId Invoice,
    ParticipantId Supplier,
    ParticipantId Buyer,
    IntentHash Intent,
    string Number,
    ushort TypeCode,
    EpochDay IssueDate,
    EpochDay DueDate,
    string Currency,
    ulong Amount,
    Hash32 DocumentHash) : LedgerEvent
{
    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier, Buyer];
}

/// <summary>The buyer promised to pay.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Buyer">Who promised.</param>
/// <param name="Intent">Digest that the buyer signed.</param>
/// <param name="Amount">Promised minor units in the invoice's currency.</param>
public sealed record InvoiceConfirmed(InvoiceId Invoice, ParticipantId Buyer, IntentHash Intent, ulong Amount)
    : LedgerEvent
{
    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer];
}

/// <summary>The buyer turned the claim down.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Buyer">Who turned it down.</param>
/// <param name="Intent">Digest that the buyer signed.</param>
/// <param name="Reason">The buyer's reason.</param>
public sealed record InvoiceRejected(InvoiceId Invoice, ParticipantId Buyer, IntentHash Intent, string Reason)
    : LedgerEvent
{
    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer];
}

/// <summary>The supplier took its claim back.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Supplier">Who took it back.</param>
/// <param name="Intent">Digest that the supplier signed.</param>
public sealed record InvoiceWithdrawn(InvoiceId Invoice, ParticipantId Supplier, IntentHash Intent) : LedgerEvent
{
    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier];
}
