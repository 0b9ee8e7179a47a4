using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The financier takes its offer back before it is accepted.</summary>
/// <param name="Financier">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record WithdrawOffer(
    ParticipantId Financier,
    InvoiceId Receivable,
    HoldingId Holding,
    OfferId Offer,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<WithdrawOffer> Shape = new(
        nameof(WithdrawOffer),
        static (ref f) => new WithdrawOffer(
            f.Next("financier", LedgerFieldTypes.Participant, static i => i.Financier),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("offer", LedgerFieldTypes.Offer, static i => i.Offer),
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
