using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The supplier takes its claim back before the buyer has answered.</summary>
/// <param name="Supplier">Who signs.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record WithdrawInvoice(
    ParticipantId Supplier, InvoiceId Invoice, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<WithdrawInvoice> Shape = new(
        nameof(WithdrawInvoice),
        static (ref f) => new WithdrawInvoice(
            f.Next("supplier", LedgerFieldTypes.Participant, static i => i.Supplier),
            f.Next("invoice", LedgerFieldTypes.Invoice, static i => i.Invoice),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Invoice;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Claim;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Supplier;

    private protected override IntentLayout Layout => Shape;
}
