using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The obligor disputes a part, which is frozen; the rest moves on.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding that the part is taken from.</param>
/// <param name="Amount">Minor units in dispute.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record OpenDispute(
    ParticipantId Buyer,
    InvoiceId Receivable,
    HoldingId Holding,
    ulong Amount,
    string Reason,
    Hash32 Evidence,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<OpenDispute> Shape = new(
        nameof(OpenDispute),
        static (ref f) => new OpenDispute(
            f.Next("buyer", LedgerFieldTypes.Participant, static i => i.Buyer),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Next("evidence", LedgerFieldTypes.Hash, static i => i.Evidence),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Buyer;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Owe;

    private protected override IntentLayout Layout => Shape;

    /// <summary>The holding that it makes: its own digest.</summary>
    public HoldingId NewHolding(TypedDataDomain domain) => new(Digest(domain).Value);
}
