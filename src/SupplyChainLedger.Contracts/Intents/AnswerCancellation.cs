using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The buyer consents to the cancellation, and nothing is owed any more; or does not.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Accepted">Whether the buyer consents.</param>
/// <param name="Reason">Why not, 1 to 200 bytes of UTF-8; empty where it consents. Public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record AnswerCancellation(
    ParticipantId Buyer, InvoiceId Invoice, bool Accepted, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<AnswerCancellation> Shape = new(
        nameof(AnswerCancellation),
        static (ref f) => new AnswerCancellation(
            f.Next("buyer", LedgerFieldTypes.Participant, static i => i.Buyer),
            f.Next("invoice", LedgerFieldTypes.Invoice, static i => i.Invoice),
            f.Next("accepted", LedgerFieldTypes.Bool, static i => i.Accepted),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Buyer;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => HoldingId.RootOf(Invoice);

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Owe;

    private protected override IntentLayout Layout => Shape;
}
