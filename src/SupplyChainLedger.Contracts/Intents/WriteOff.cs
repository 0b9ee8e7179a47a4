using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>After default the holder gives the holding up.</summary>
/// <param name="Holder">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record WriteOff(
    ParticipantId Holder, InvoiceId Receivable, HoldingId Holding, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<WriteOff> Shape = new(
        nameof(WriteOff),
        static (ref f) => new WriteOff(
            f.Next("holder", LedgerFieldTypes.Participant, static i => i.Holder),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Holder;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Settle;

    private protected override IntentLayout Layout => Shape;
}
