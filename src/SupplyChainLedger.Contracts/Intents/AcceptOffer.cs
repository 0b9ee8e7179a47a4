using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// The holder accepts an offer: the part is locked for its financier, and every other offer for it lapses.
/// </summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record AcceptOffer(
    ParticipantId Holder, InvoiceId Receivable, HoldingId Holding, OfferId Offer, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<AcceptOffer> Shape = new(
        nameof(AcceptOffer),
        static (ref f) => new AcceptOffer(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("offer", LedgerFieldTypes.Offer, static i => i.Offer),
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
