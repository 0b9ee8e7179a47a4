using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// The seller has the financier's money, and the part is the financier's; or it contests, and the part is frozen.
/// </summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Amount">The declared amount that is answered, in minor units.</param>
/// <param name="Received">Whether the money came.</param>
/// <param name="Reason">
/// Why it is contested, 1 to 200 bytes of UTF-8; empty where the money came. Public on the chain.
/// </param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record AnswerDisbursement(
    ParticipantId Holder,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Amount,
    bool Received,
    string Reason,
    Hash32 Evidence,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<AnswerDisbursement> Shape = new(
        nameof(AnswerDisbursement),
        static (ref f) => new AnswerDisbursement(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("received", LedgerFieldTypes.Bool, static i => i.Received),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
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
