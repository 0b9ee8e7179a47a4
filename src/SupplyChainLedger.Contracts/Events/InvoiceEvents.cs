using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

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
    internal static readonly EventLayout<InvoiceSubmitted> Shape = new(
        nameof(InvoiceSubmitted),
        static (ref f) => new InvoiceSubmitted(
            f.Indexed(LedgerTypes.Invoice, static e => e.Invoice),
            f.Indexed(LedgerTypes.Participant, static e => e.Supplier),
            f.Indexed(LedgerTypes.Participant, static e => e.Buyer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Number),
            f.Next(AbiTypes.UInt16, static e => e.TypeCode),
            f.Next(LedgerTypes.Day, static e => e.IssueDate),
            f.Next(LedgerTypes.Day, static e => e.DueDate),
            f.Next(AbiTypes.LenientString, static e => e.Currency),
            f.Next(AbiTypes.UInt64, static e => e.Amount),
            f.Next(AbiTypes.Bytes32, static e => e.DocumentHash)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier, Buyer];

    internal override EventLayout Layout => Shape;
}

/// <summary>The buyer promised to pay: the receivable is born.</summary>
/// <param name="Invoice">The invoice, whose id is also that of the receivable and of its first holding.</param>
/// <param name="Buyer">Who promised.</param>
/// <param name="Intent">Digest that the buyer signed.</param>
/// <param name="Record">The first holding, which has the promised amount.</param>
/// <param name="Irrevocable">The buyer will not ask for its promise back.</param>
public sealed record InvoiceConfirmed(
    InvoiceId Invoice,
    ParticipantId Buyer,
    IntentHash Intent,
    HoldingRecord Record,
    bool Irrevocable) : LedgerEvent
{
    internal static readonly EventLayout<InvoiceConfirmed> Shape = new(
        nameof(InvoiceConfirmed),
        static (ref f) => new InvoiceConfirmed(
            f.Indexed(LedgerTypes.Invoice, static e => e.Invoice),
            f.Indexed(LedgerTypes.Participant, static e => e.Buyer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.Bool, static e => e.Irrevocable)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => HoldingId.RootOf(Invoice);

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(HoldingId.RootOf(Invoice), Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer];

    internal override EventLayout Layout => Shape;
}

/// <summary>The buyer turned the claim down.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Buyer">Who turned it down.</param>
/// <param name="Intent">Digest that the buyer signed.</param>
/// <param name="Reason">The buyer's reason.</param>
public sealed record InvoiceRejected(
    InvoiceId Invoice, ParticipantId Buyer, IntentHash Intent, string Reason) : LedgerEvent
{
    internal static readonly EventLayout<InvoiceRejected> Shape = new(
        nameof(InvoiceRejected),
        static (ref f) => new InvoiceRejected(
            f.Indexed(LedgerTypes.Invoice, static e => e.Invoice),
            f.Indexed(LedgerTypes.Participant, static e => e.Buyer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer];

    internal override EventLayout Layout => Shape;
}

/// <summary>The supplier took its claim back.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Supplier">Who took it back.</param>
/// <param name="Intent">Digest that the supplier signed.</param>
public sealed record InvoiceWithdrawn(
    InvoiceId Invoice, ParticipantId Supplier, IntentHash Intent) : LedgerEvent
{
    internal static readonly EventLayout<InvoiceWithdrawn> Shape = new(
        nameof(InvoiceWithdrawn),
        static (ref f) => new InvoiceWithdrawn(
            f.Indexed(LedgerTypes.Invoice, static e => e.Invoice),
            f.Indexed(LedgerTypes.Participant, static e => e.Supplier),
            f.Next(LedgerTypes.Intent, static e => e.Intent)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier];

    internal override EventLayout Layout => Shape;
}
