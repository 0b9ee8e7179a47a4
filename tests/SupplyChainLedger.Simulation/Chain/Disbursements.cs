using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary><c>Disbursements.sol</c>: from the financier's payment to the part that is its own.</summary>
internal static class Disbursements
{
    public static DisbursementDeclared Declare(DeclareDisbursement intent, Execution at)
    {
        var (receivable, id, financier) = (intent.Receivable, intent.Holding, intent.Financier);
        Execution.RequireRole(financier, ParticipantRoles.Financier);
        var record = at.Holding(receivable, id);
        Execution.RequireStep(id, record, HoldingStep.OfferAccepted);
        if (record.Counterparty != financier) throw HoldingErrors.NotTheCounterparty(id, financier);
        at.RequireInTime(id, record);
        Financings.RequireAdvance(intent.Amount, record.Pending, record.Amount);
        at.RequireTwo(financier, intent.Amount);

        record = record.InStep(
            HoldingStep.DisbursementDeclared, default, intent.Amount,
            at.After(Execution.Rules.AcknowledgementHours));
        at.State.Set(receivable, id, record);
        return new DisbursementDeclared(
            receivable, id, financier, at.Hash, record, intent.ValueDate, intent.BankReference, intent.Evidence,
            intent.RegistryReference, intent.Justification);
    }

    public static DisbursementAnswered Answer(AnswerDisbursement intent, Execution at)
    {
        var (receivable, id) = (intent.Receivable, intent.Holding);
        var record = at.HeldBy(intent.Holder, receivable, id);
        if (!intent.Received || record.Step != HoldingStep.DisbursementContested)
        {
            Execution.RequireStep(id, record, HoldingStep.DisbursementDeclared);
            at.RequireInTime(id, record);
        }

        if (intent.Amount != record.Pending) throw HoldingErrors.AmountMismatch(id, record.Pending);

        record = intent.Received
            ? PassedToFinancier(receivable, record, at)
            : record.InStep(HoldingStep.DisbursementContested, default, intent.Amount, 0);
        at.State.Set(receivable, id, record);
        return new DisbursementAnswered(
            receivable, id, intent.Holder, at.Hash, record, intent.Received, intent.Reason, intent.Evidence);
    }

    private static HoldingRecord PassedToFinancier(InvoiceId receivable, HoldingRecord record, Execution at)
    {
        var seller = record.Holder;
        if (record is { Financed: true, Recourse: true }) record = record with { Resold = true };
        at.Release(receivable, record, record.Amount);
        var passed = record.PassedTo(record.Counterparty) with { Financed = true };
        return passed.InStep(HoldingStep.None, seller, 0, 0).AtRest();
    }
}
