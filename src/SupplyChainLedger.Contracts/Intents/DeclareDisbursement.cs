using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The financier says that it has paid the seller.</summary>
/// <param name="Financier">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Amount">
/// Minor units paid out: at least the advance of an open offer, at least 1, at most the part.
/// </param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">
/// What finds the payment at the bank (EndToEndId, UETR): 1 to 64 bytes of UTF-8. Public on the chain.
/// </param>
/// <param name="Evidence">SHA-256 of the bank's message.</param>
/// <param name="RegistryReference">
/// Number of the registration of the assignment: at most 64 bytes of UTF-8; needed by some rules.
/// </param>
/// <param name="Justification">
/// SHA-256 of the reason for a tenor above the standard, which is needed there; else zero.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record DeclareDisbursement(
    ParticipantId Financier,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Amount,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence,
    string RegistryReference,
    Hash32 Justification,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<DeclareDisbursement> Shape = new(
        nameof(DeclareDisbursement),
        static (ref f) => new DeclareDisbursement(
            f.Next("financier", LedgerFieldTypes.Participant, static i => i.Financier),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("valueDate", LedgerFieldTypes.Day, static i => i.ValueDate),
            f.Next("bankReference", LedgerFieldTypes.Text, static i => i.BankReference),
            f.Next("evidence", LedgerFieldTypes.Hash, static i => i.Evidence),
            f.Next("registryReference", LedgerFieldTypes.Text, static i => i.RegistryReference),
            f.Next("justification", LedgerFieldTypes.Hash, static i => i.Justification),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Financier;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Fund;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Financier;

    private protected override IntentLayout Layout => Shape;
}
