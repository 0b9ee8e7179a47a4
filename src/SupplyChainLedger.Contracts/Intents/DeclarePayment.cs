using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The obligor says that it has paid a holder; or a seller that it has bought a part back.</summary>
/// <param name="Payer">Who signs: the obligor, or the seller who answers for the part once recourse is claimed.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Amount">Minor units: 1 to what the holding is; all of it where the seller buys it back.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">
/// What finds the payment at the bank (EndToEndId, UETR): 1 to 64 bytes of UTF-8. Public on the chain.
/// </param>
/// <param name="Evidence">SHA-256 of the bank's message.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record DeclarePayment(
    ParticipantId Payer,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Amount,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<DeclarePayment> Shape = new(
        nameof(DeclarePayment),
        static (ref f) => new DeclarePayment(
            f.Next("payer", LedgerFieldTypes.Participant, static i => i.Payer),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("valueDate", LedgerFieldTypes.Day, static i => i.ValueDate),
            f.Next("bankReference", LedgerFieldTypes.Text, static i => i.BankReference),
            f.Next("evidence", LedgerFieldTypes.Hash, static i => i.Evidence),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Payer;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Settle;

    private protected override IntentLayout Layout => Shape;
}
