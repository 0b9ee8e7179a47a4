using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The holder asks financiers for money on a part, which is locked until the request ends.</summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding that the part is taken from.</param>
/// <param name="Amount">Minor units of the part.</param>
/// <param name="LowestAdvance">
/// The least money that the holder wants for it, in minor units: 1 to <paramref name="Amount"/>.
/// </param>
/// <param name="OpenUntil">Unix seconds until which an offer can be accepted; before the end of the due date.</param>
/// <param name="Recourse">Whether offers with recourse to the holder are welcome too.</param>
/// <param name="OfferKey">
/// Compressed public key (33 bytes, secp256k1) under which financiers seal their terms; empty where offers are made in
/// the open.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record RequestFinancing(
    ParticipantId Holder,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Amount,
    ulong LowestAdvance,
    ulong OpenUntil,
    bool Recourse,
    byte[] OfferKey,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<RequestFinancing> Shape = new(
        nameof(RequestFinancing),
        static (ref f) => new RequestFinancing(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("lowestAdvance", LedgerFieldTypes.UInt64, static i => i.LowestAdvance),
            f.Next("openUntil", LedgerFieldTypes.UInt64, static i => i.OpenUntil),
            f.Next("recourse", LedgerFieldTypes.Bool, static i => i.Recourse),
            f.Next("offerKey", LedgerFieldTypes.Bytes, static i => i.OfferKey),
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

    /// <summary>The holding that it makes: its own digest.</summary>
    public HoldingId NewHolding(TypedDataDomain domain) => new(Digest(domain).Value);
}
