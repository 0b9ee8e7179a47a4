using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>Whoever began a step takes it back.</summary>
/// <param name="Participant">Who signs.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Step">The step that the participant itself began.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record WithdrawStep(
    ParticipantId Participant,
    InvoiceId Receivable,
    HoldingId Holding,
    HoldingStep Step,
    Nonce Nonce,
    ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<WithdrawStep> Shape = new(
        nameof(WithdrawStep),
        static (ref f) => new WithdrawStep(
            f.Next("participant", LedgerFieldTypes.Participant, static i => i.Participant),
            f.Next("receivable", LedgerFieldTypes.Invoice, static i => i.Receivable),
            f.Next("holding", LedgerFieldTypes.Holding, static i => i.Holding),
            f.Next("step", LedgerFieldTypes.Step, static i => i.Step),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant { get; } = Participant;

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <summary>What whoever begins such a step needs as well.</summary>
    public override SignerPermissions Permission => Step switch
    {
        HoldingStep.TransferProposed or HoldingStep.FinancingRequested => SignerPermissions.Move,
        HoldingStep.OfferAccepted or HoldingStep.DisbursementDeclared or HoldingStep.DisbursementContested =>
            SignerPermissions.Fund,
        HoldingStep.PaymentDeclared or HoldingStep.PaymentContested or HoldingStep.RepurchaseDeclared
            or HoldingStep.RepurchaseContested => SignerPermissions.Settle,
        HoldingStep.CreditNoteProposed or HoldingStep.CancellationRequested => SignerPermissions.Claim,
        HoldingStep.DisputeOpened => SignerPermissions.Owe,
        _ => SignerPermissions.None,
    };

    private protected override IntentLayout Layout => Shape;
}
