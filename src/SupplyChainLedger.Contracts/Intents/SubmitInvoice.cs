using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

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
    ulong Deadline) : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<SubmitInvoice> Shape = new(
        "submitInvoice",
        new TypedDataStruct<SubmitInvoice>(nameof(SubmitInvoice))
            .Field("supplier", LedgerTypedData.Participant, static i => i.Supplier)
            .Field("buyer", LedgerTypedData.Participant, static i => i.Buyer)
            .Field("number", TypedDataTypes.String, static i => i.Number)
            .Field("typeCode", TypedDataTypes.UInt16, static i => i.TypeCode)
            .Field("issueDate", LedgerTypedData.Day, static i => i.IssueDate)
            .Field("dueDate", LedgerTypedData.Day, static i => i.DueDate)
            .Field("currency", TypedDataTypes.String, static i => i.Currency)
            .Field("amount", TypedDataTypes.UInt64, static i => i.Amount)
            .Field("documentHash", TypedDataTypes.Bytes32, static i => i.DocumentHash)
            .Field("nonce", LedgerTypedData.Nonce, static i => i.Nonce)
            .Field("deadline", TypedDataTypes.UInt64, static i => i.Deadline),
        AbiTypes.Tuple(
            LedgerTypes.Participant,
            LedgerTypes.Participant,
            AbiTypes.String,
            AbiTypes.UInt16,
            LedgerTypes.Day,
            LedgerTypes.Day,
            AbiTypes.String,
            AbiTypes.UInt64,
            AbiTypes.Bytes32,
            LedgerTypes.Nonce,
            AbiTypes.UInt64)
        .Map<SubmitInvoice>(
            static i => (i.Supplier, i.Buyer, i.Number, i.TypeCode, i.IssueDate, i.DueDate, i.Currency, i.Amount,
                i.DocumentHash, i.Nonce, i.Deadline),
            static t => new SubmitInvoice(
                t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11)));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <inheritdoc/>
    public override InvoiceId Invoice => InvoiceId.Of(Supplier, Number, IssueDate, TypeCode);

    private protected override IntentLayout Layout => Shape;
}
