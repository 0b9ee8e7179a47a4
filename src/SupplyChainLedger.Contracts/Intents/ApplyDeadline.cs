using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// Carries out what the passing of time has decided: a step ends, or a holding is overdue or in default.
/// </summary>
/// <param name="Participant">Who signs; any active participant may.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record ApplyDeadline(
    ParticipantId Participant, InvoiceId Receivable, HoldingId Holding, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<ApplyDeadline> Shape = new(
        nameof(ApplyDeadline),
        static (ref f) => new ApplyDeadline(
            f.Next("participant", LedgerFieldTypes.Participant, static i => i.Participant),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant { get; } = Participant;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Settle;

    private protected override IntentLayout Layout => Shape;
}
