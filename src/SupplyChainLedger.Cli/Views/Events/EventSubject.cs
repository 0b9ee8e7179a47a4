using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>Which invoice, and so which receivable, an event is about.</summary>
internal static class EventSubject
{
    public static bool TryFind(Event happened, out InvoiceId receivable) =>
        ResourceNames.TryParseReceivable(NameOf(happened), out receivable);

    private static string? NameOf(Event happened) => happened.KindCase switch
    {
        Event.KindOneofCase.InvoiceSubmitted => happened.InvoiceSubmitted.Invoice,
        Event.KindOneofCase.InvoiceConfirmed => happened.InvoiceConfirmed.Invoice,
        Event.KindOneofCase.InvoiceRejected => happened.InvoiceRejected.Invoice,
        Event.KindOneofCase.InvoiceWithdrawn => happened.InvoiceWithdrawn.Invoice,
        Event.KindOneofCase.TransferProposed => happened.TransferProposed.Receivable,
        Event.KindOneofCase.TransferAnswered => happened.TransferAnswered.Receivable,
        Event.KindOneofCase.StepWithdrawn => happened.StepWithdrawn.Receivable,
        Event.KindOneofCase.DeadlineApplied => happened.DeadlineApplied.Receivable,
        Event.KindOneofCase.FinancingRequested => happened.FinancingRequested.Receivable,
        Event.KindOneofCase.OfferPlaced => happened.OfferPlaced.Receivable,
        Event.KindOneofCase.OfferWithdrawn => happened.OfferWithdrawn.Receivable,
        Event.KindOneofCase.OfferAccepted => happened.OfferAccepted.Receivable,
        Event.KindOneofCase.DisbursementDeclared => happened.DisbursementDeclared.Receivable,
        Event.KindOneofCase.DisbursementAnswered => happened.DisbursementAnswered.Receivable,
        Event.KindOneofCase.PaymentDeclared => happened.PaymentDeclared.Receivable,
        Event.KindOneofCase.PaymentAnswered => happened.PaymentAnswered.Receivable,
        Event.KindOneofCase.RecourseClaimed => happened.RecourseClaimed.Receivable,
        Event.KindOneofCase.WrittenOff => happened.WrittenOff.Receivable,
        Event.KindOneofCase.Recovered => happened.Recovered.Receivable,
        Event.KindOneofCase.ObligorStopped => happened.ObligorStopped.Receivable,
        Event.KindOneofCase.CreditNoteIssued => happened.CreditNoteIssued.Receivable,
        Event.KindOneofCase.CreditNoteAnswered => happened.CreditNoteAnswered.Receivable,
        Event.KindOneofCase.DisputeOpened => happened.DisputeOpened.Receivable,
        Event.KindOneofCase.DisputeAnswered => happened.DisputeAnswered.Receivable,
        Event.KindOneofCase.CancellationRequested => happened.CancellationRequested.Receivable,
        Event.KindOneofCase.CancellationAnswered => happened.CancellationAnswered.Receivable,
        _ => null,
    };
}
