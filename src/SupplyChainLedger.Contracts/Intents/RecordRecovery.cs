using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The holder states that money came in for what it had given up.</summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Amount">Minor units that came in: 1 to what was written off.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">
/// What finds the payment at the bank (EndToEndId, UETR): 1 to 64 bytes of UTF-8. Public on the chain.
/// </param>
/// <param name="Evidence">SHA-256 of the bank's message.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record RecordRecovery(
    ParticipantId Holder,
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
    internal static readonly IntentLayout<RecordRecovery> Shape = new(
        nameof(RecordRecovery),
        static (ref f) => new RecordRecovery(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("valueDate", LedgerFieldTypes.Day, static i => i.ValueDate),
            f.Next("bankReference", LedgerFieldTypes.Text, static i => i.BankReference),
            f.Next("evidence", LedgerFieldTypes.Hash, static i => i.Evidence),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Holder;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Settle;

    private protected override IntentLayout Layout => Shape;
}
