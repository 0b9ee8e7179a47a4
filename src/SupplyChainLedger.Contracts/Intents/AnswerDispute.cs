using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The holder answers a dispute, and may give up what it agrees is not owed.</summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Credited">
/// Minor units given up: 0 to all of the part. With 0 the dispute stays open; otherwise what remains is free.
/// </param>
/// <param name="Reason">The holder's answer, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record AnswerDispute(
    ParticipantId Holder,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Credited,
    string Reason,
    Hash32 Evidence,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<AnswerDispute> Shape = new(
        nameof(AnswerDispute),
        static (ref f) => new AnswerDispute(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("credited", LedgerFieldTypes.UInt64, static i => i.Credited),
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
    public override SignerPermissions Permission => SignerPermissions.Move;

    private protected override IntentLayout Layout => Shape;
}
