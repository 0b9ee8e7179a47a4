using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The buyer turns the claim down.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record RejectInvoice(
    ParticipantId Buyer, InvoiceId Invoice, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<RejectInvoice> Shape = new(
        nameof(RejectInvoice),
        static (ref f) => new RejectInvoice(
            f.Next("buyer", LedgerFieldTypes.Participant, static i => i.Buyer),
            f.Next("invoice", LedgerFieldTypes.Invoice, static i => i.Invoice),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Buyer;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Owe;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Buyer;

    private protected override IntentLayout Layout => Shape;
}
