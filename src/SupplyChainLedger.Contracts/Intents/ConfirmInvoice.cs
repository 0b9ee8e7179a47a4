using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The buyer promises to pay, the whole or a part: the receivable is born.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Amount">Promised minor units in the invoice's currency, 1 to the invoice's amount.</param>
/// <param name="Irrevocable">The buyer will not ask for its promise back.</param>
/// <param name="DefencesWaived">
/// The buyer will pay every holder, whatever it may hold against the supplier: no disputes.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record ConfirmInvoice(
    ParticipantId Buyer,
    InvoiceId Invoice,
    ulong Amount,
    bool Irrevocable,
    bool DefencesWaived,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<ConfirmInvoice> Shape = new(
        nameof(ConfirmInvoice),
        static (ref f) => new ConfirmInvoice(
            f.Next("buyer", LedgerFieldTypes.Participant, static i => i.Buyer),
            f.Next("invoice", LedgerFieldTypes.Invoice, static i => i.Invoice),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("irrevocable", LedgerFieldTypes.Bool, static i => i.Irrevocable),
            f.Next("defencesWaived", LedgerFieldTypes.Bool, static i => i.DefencesWaived),
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
