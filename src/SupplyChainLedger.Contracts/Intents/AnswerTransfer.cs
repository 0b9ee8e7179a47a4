using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The recipient takes the part, or declines; then it stays with the holder as a part of its own.</summary>
/// <param name="Recipient">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Accepted">Whether the recipient takes it.</param>
/// <param name="Reason">
/// Why it is declined, 1 to 200 bytes of UTF-8; empty where it is accepted. Public on the chain.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record AnswerTransfer(
    ParticipantId Recipient,
    InvoiceId Receivable,
    HoldingId Holding,
    bool Accepted,
    string Reason,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<AnswerTransfer> Shape = new(
        nameof(AnswerTransfer),
        static (ref f) => new AnswerTransfer(
            f.Next("recipient", LedgerFieldTypes.Participant, static i => i.Recipient),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("accepted", LedgerFieldTypes.Bool, static i => i.Accepted),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Recipient;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Move;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Supplier;

    private protected override IntentLayout Layout => Shape;
}
