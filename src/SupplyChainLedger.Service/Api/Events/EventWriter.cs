using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;
using Event = SupplyChainLedger.V1.Event;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the contracts' events as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class EventWriter(Func<ParticipantId, string> nameOf)
{
    private readonly HoldingEventWriter _holdings = new(nameOf);
    private readonly FinancingEventWriter _financing = new(nameOf);
    private readonly SettlementEventWriter _settlement = new(nameOf);
    private readonly CorrectionEventWriter _corrections = new(nameOf);
    private readonly InvoiceEventWriter _invoices = new(nameOf);
    private readonly ParticipantEventWriter _participants = new(nameOf);

    /// <summary>Fills in what happened; position and inclusion are the caller's.</summary>
    public void Write(LedgerEvent logged, Event into)
    {
        if (!WriteOfReceivable(logged, into) && !WriteOfMoney(logged, into) && !WriteOfOthers(logged, into))
            throw new ArgumentException($"{logged.GetType().Name} has no form in the API.", nameof(logged));
    }

    private bool WriteOfReceivable(LedgerEvent logged, Event into)
    {
        switch (logged)
        {
            case InvoiceSubmitted e: into.InvoiceSubmitted = _invoices.Write(e); return true;
            case InvoiceConfirmed e: into.InvoiceConfirmed = _invoices.Write(e); return true;
            case InvoiceRejected e: into.InvoiceRejected = _invoices.Write(e); return true;
            case InvoiceWithdrawn e: into.InvoiceWithdrawn = _invoices.Write(e); return true;
            case TransferProposed e: into.TransferProposed = _holdings.Write(e); return true;
            case TransferAnswered e: into.TransferAnswered = _holdings.Write(e); return true;
            case StepWithdrawn e: into.StepWithdrawn = _holdings.Write(e); return true;
            case DeadlineApplied e: into.DeadlineApplied = _holdings.Write(e); return true;
            case CreditNoteIssued e: into.CreditNoteIssued = _corrections.Write(e); return true;
            case CreditNoteAnswered e: into.CreditNoteAnswered = _corrections.Write(e); return true;
            case DisputeOpened e: into.DisputeOpened = _corrections.Write(e); return true;
            case DisputeAnswered e: into.DisputeAnswered = _corrections.Write(e); return true;
            case CancellationRequested e: into.CancellationRequested = _corrections.Write(e); return true;
            case CancellationAnswered e: into.CancellationAnswered = _corrections.Write(e); return true;
            default: return false;
        }
    }

    private bool WriteOfMoney(LedgerEvent logged, Event into)
    {
        switch (logged)
        {
            case FinancingRequested e: into.FinancingRequested = _financing.Write(e); return true;
            case OfferPlaced e: into.OfferPlaced = _financing.Write(e); return true;
            case OfferWithdrawn e: into.OfferWithdrawn = _financing.Write(e); return true;
            case OfferAccepted e: into.OfferAccepted = _financing.Write(e); return true;
            case DisbursementDeclared e: into.DisbursementDeclared = _financing.Write(e); return true;
            case DisbursementAnswered e: into.DisbursementAnswered = _financing.Write(e); return true;
            case ExposureLimitSet e: into.ExposureLimitSet = _financing.Write(e); return true;
            case PaymentDeclared e: into.PaymentDeclared = _settlement.Write(e); return true;
            case PaymentAnswered e: into.PaymentAnswered = _settlement.Write(e); return true;
            case RecourseClaimed e: into.RecourseClaimed = _settlement.Write(e); return true;
            case WrittenOff e: into.WrittenOff = _settlement.Write(e); return true;
            case Recovered e: into.Recovered = _settlement.Write(e); return true;
            case ObligorStopped e: into.ObligorStopped = _settlement.Write(e); return true;
            case StopLifted e: into.StopLifted = _settlement.Write(e); return true;
            case AccountSet e: into.AccountSet = _settlement.Write(e); return true;
            default: return false;
        }
    }

    private bool WriteOfOthers(LedgerEvent logged, Event into)
    {
        switch (logged)
        {
            case ParticipantRegistered e: into.ParticipantRegistered = _participants.Write(e); return true;
            case SignerAdded e: into.SignerAdded = _participants.Write(e); return true;
            case SignerRevoked e: into.SignerRevoked = _participants.Write(e); return true;
            case ParticipantSuspended e: into.ParticipantSuspended = _participants.Write(e); return true;
            case ParticipantReinstated e: into.ParticipantReinstated = _participants.Write(e); return true;
            case ThresholdSet e: into.ThresholdSet = _participants.Write(e); return true;
            case RulesProposed e: into.RulesProposed = Write(e); return true;
            case IntentRejected e: into.IntentRejected = Write(e); return true;
            case IntentCancelled e: into.IntentCancelled = Write(e); return true;
            case IntentRefused e: into.IntentRefused = Write(e); return true;
            default: return false;
        }
    }

    private static V1.RulesProposed Write(RulesProposed e) => new()
    {
        Rules = RulesWriter.Write(e.Version, e.Rules, e.EffectiveFrom),
        Intent = e.Intent.Value.OrEmpty() is { Length: > 0 } ? ResourceNames.Of(e.Intent) : "",
    };

    private V1.IntentRejected Write(IntentRejected e) => new()
    {
        Intent = ResourceNames.Of(e.Intent),
        Participant = nameOf(e.Participant),
        Rejection = RejectionWriter.Write(e.Reason),
    };

    private V1.IntentCancelled Write(IntentCancelled e) => new()
    {
        Participant = nameOf(e.Participant),
        Intent = ResourceNames.Of(e.Intent),
        Cancelled = ResourceNames.Of(e.Cancelled),
        Nonce = e.Nonce.ToString(),
    };

    private static V1.IntentRefused Write(IntentRefused e) => new()
    {
        CallHash = e.CallHash.ToString(),
        Rejection = RejectionWriter.Write(e.Reason),
    };
}
