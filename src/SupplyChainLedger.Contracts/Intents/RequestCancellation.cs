using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The supplier asks to cancel a receivable that it holds whole.</summary>
/// <param name="Supplier">Who signs.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record RequestCancellation(
    ParticipantId Supplier, InvoiceId Invoice, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<RequestCancellation> Shape = new(
        nameof(RequestCancellation),
        static (ref f) => new RequestCancellation(
            f.Next("supplier", LedgerFieldTypes.Participant, static i => i.Supplier),
            f.Next("invoice", LedgerFieldTypes.Invoice, static i => i.Invoice),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => HoldingId.RootOf(Invoice);

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Claim;

    private protected override IntentLayout Layout => Shape;
}
