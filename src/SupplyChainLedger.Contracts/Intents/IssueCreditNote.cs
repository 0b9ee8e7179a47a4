using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// The supplier issues a credit note on a holding: on its own at once, on anybody else's with the holder's consent.
/// </summary>
/// <param name="Supplier">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Number">The credit note's number (BT-1), 1 to 64 bytes of UTF-8.</param>
/// <param name="Amount">Minor units by which the holding becomes less: 1 to all of it.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record IssueCreditNote(
    ParticipantId Supplier,
    InvoiceId Receivable,
    HoldingId Holding,
    string Number,
    ulong Amount,
    Hash32 DocumentHash,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<IssueCreditNote> Shape = new(
        nameof(IssueCreditNote),
        static (ref f) => new IssueCreditNote(
            f.Next("supplier", LedgerFieldTypes.Participant, static i => i.Supplier),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("number", LedgerFieldTypes.Text, static i => i.Number),
            f.Next("amount", LedgerFieldTypes.UInt64, static i => i.Amount),
            f.Next("documentHash", LedgerFieldTypes.Hash, static i => i.DocumentHash),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Claim;

    private protected override IntentLayout Layout => Shape;
}
