using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>A financier offers money for a part.</summary>
/// <param name="Financier">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The part that financing is requested on.</param>
/// <param name="Advance">Minor units paid out; 0 where the terms are sealed.</param>
/// <param name="Discount">
/// Price of the money in millionths of the amount a year (48,500 is 4.85 %); 0 where sealed.
/// </param>
/// <param name="Recourse">Whether the holder answers for it when the obligor does not pay.</param>
/// <param name="Expiry">Unix seconds until which it can be accepted.</param>
/// <param name="SealedTerms">
/// Advance and discount, encrypted to the request's key, at most 256 bytes; empty where the terms are open.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record PlaceOffer(
    ParticipantId Financier,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Advance,
    uint Discount,
    bool Recourse,
    ulong Expiry,
    byte[] SealedTerms,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<PlaceOffer> Shape = new(
        nameof(PlaceOffer),
        static (ref f) => new PlaceOffer(
            f.Next("financier", LedgerFieldTypes.Participant, static i => i.Financier),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("advance", LedgerFieldTypes.UInt64, static i => i.Advance),
            f.Next("discount", LedgerFieldTypes.UInt32, static i => i.Discount),
            f.Next("recourse", LedgerFieldTypes.Bool, static i => i.Recourse),
            f.Next("expiry", LedgerFieldTypes.UInt64, static i => i.Expiry),
            f.Next("sealedTerms", LedgerFieldTypes.Bytes, static i => i.SealedTerms),
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

    /// <summary>The offer that it makes: its own digest.</summary>
    public OfferId NewOffer(TypedDataDomain domain) => new(Digest(domain).Value);
}
