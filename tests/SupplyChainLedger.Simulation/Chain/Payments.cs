using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary><c>Payments.sol</c> for the obligor's own payments: declared, and acknowledged or contested.</summary>
internal static class Payments
{
    public static PaymentDeclared Declare(DeclarePayment intent, Execution at)
    {
        var (receivable, id) = (intent.Receivable, intent.Holding);
        var record = at.Holding(receivable, id);
        if (intent.Payer != at.State.Find(receivable)!.Buyer) throw HoldingErrors.NotThePayer(id, intent.Payer);
        if (record.Phase > HoldingPhase.Defaulted) throw HoldingErrors.PhaseMismatch(id, record.Phase);
        Execution.RequireStep(id, record, HoldingStep.None);
        if (intent.Amount == 0 || intent.Amount > record.Amount)
            throw HoldingErrors.AmountOutOfRange(intent.Amount, record.Amount);
        at.RequireTwo(intent.Payer, intent.Amount);

        record = record.InStep(
            HoldingStep.PaymentDeclared, default, intent.Amount, at.After(Execution.Rules.AcknowledgementHours));
        at.State.Set(receivable, id, record);
        return new PaymentDeclared(
            receivable, id, intent.Payer, at.Hash, record, intent.ValueDate, intent.BankReference, intent.Evidence);
    }

    public static PaymentAnswered Answer(AnswerPayment intent, Execution at)
    {
        var (receivable, id) = (intent.Receivable, intent.Holding);
        var record = at.HeldBy(intent.Holder, receivable, id);
        if (!intent.Received || record.Step != HoldingStep.PaymentContested)
        {
            Execution.RequireStep(id, record, HoldingStep.PaymentDeclared);
            at.RequireInTime(id, record);
        }

        if (intent.Amount != record.Pending) throw HoldingErrors.AmountMismatch(id, record.Pending);

        record = intent.Received
            ? Lessened(receivable, record, at)
            : record.InStep(HoldingStep.PaymentContested, default, intent.Amount, 0);
        at.State.Set(receivable, id, record);
        return new PaymentAnswered(
            receivable, id, intent.Holder, at.Hash, record, intent.Amount, intent.Received, intent.Reason,
            intent.Evidence);
    }

    private static HoldingRecord Lessened(InvoiceId receivable, HoldingRecord record, Execution at)
    {
        var (invoice, paid) = (at.State.Find(receivable)!, record.Pending);
        at.Release(receivable, record, paid);
        at.State.Set(receivable, invoice with { Paid = invoice.Paid + paid });
        return record.AtRest().WithAmount(record.Amount - paid) with { Touched = true };
    }
}
