using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The holder offers a part to somebody, who is paid with it; the part is locked until answered.</summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding that the part is taken from.</param>
/// <param name="Recipient">Who is to have it.</param>
/// <param name="Amount">
/// Minor units passed on: at least the smallest part, at most all; what remains is nothing or at least the smallest
/// part too.
/// </param>
/// <param name="TradeDocument">
/// SHA-256 of the document of the trade that is paid with it; zero where the rules allow it.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record ProposeTransfer(
    ParticipantId Holder,
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Recipient,
    ulong Amount,
    Hash32 TradeDocument,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<ProposeTransfer> Shape = new(
        nameof(ProposeTransfer),
        static (ref f) => new ProposeTransfer(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("recipient", LedgerFieldTypes.Participant, static i => i.Recipient),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("tradeDocument", LedgerFieldTypes.Hash, static i => i.TradeDocument),
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
