using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>A supplier claims a debt of a buyer.</summary>
/// <param name="Supplier">Who claims, and signs.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Number">The invoice's number (BT-1), 1 to 64 bytes of UTF-8.</param>
/// <param name="TypeCode">UNTDID 1001 code (BT-3).</param>
/// <param name="IssueDate">Date of issue (BT-2).</param>
/// <param name="DueDate">Date of maturity (BT-9).</param>
/// <param name="Currency">ISO 4217 code (BT-5).</param>
/// <param name="Amount">Amount due (BT-115) in minor units, 1 to 2^63 - 1.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record SubmitInvoice(
    ParticipantId Supplier,
    ParticipantId Buyer,
    string Number,
    ushort TypeCode,
    EpochDay IssueDate,
    EpochDay DueDate,
    string Currency,
    ulong Amount,
    Hash32 DocumentHash,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<SubmitInvoice> Shape = new(
        nameof(SubmitInvoice),
        static (ref f) => new SubmitInvoice(
            f.Next("supplier", LedgerFieldTypes.Participant, static i => i.Supplier),
            f.Next("buyer", LedgerFieldTypes.Participant, static i => i.Buyer),
            f.Next("number", LedgerFieldTypes.Text, static i => i.Number),
            f.Next("typeCode", LedgerFieldTypes.UInt16, static i => i.TypeCode),
            f.Next("issueDate", LedgerFieldTypes.Day, static i => i.IssueDate),
            f.Next("dueDate", LedgerFieldTypes.Day, static i => i.DueDate),
            f.Next("currency", LedgerFieldTypes.Text, static i => i.Currency),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("documentHash", LedgerFieldTypes.Hash, static i => i.DocumentHash),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <summary>The id that the contract derives.</summary>
    public InvoiceId Invoice => InvoiceId.Of(Supplier, Number, IssueDate, TypeCode);

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Claim;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Supplier;

    private protected override IntentLayout Layout => Shape;
}
