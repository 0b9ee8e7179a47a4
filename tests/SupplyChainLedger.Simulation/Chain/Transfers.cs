using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary><c>Receivables.sol</c>: parts pass from a supplier to its own suppliers.</summary>
internal static class Transfers
{
    public static TransferProposed Propose(ProposeTransfer intent, Execution at)
    {
        var (receivable, id, recipient) = (intent.Receivable, intent.Holding, intent.Recipient);
        Execution.RequireRole(recipient, ParticipantRoles.Supplier);
        if (recipient == intent.Holder) throw HoldingErrors.RecipientIsHolder(recipient);
        var whole = at.HeldBy(intent.Holder, receivable, id);
        Execution.RequireFree(id, whole);
        at.RequireNotDue(receivable);
        if (recipient == at.State.Find(receivable)!.Buyer) throw HoldingErrors.RecipientIsObligor(recipient);
        at.RequireTwo(intent.Holder, intent.Amount);

        var (rest, part) = Execution.Split(id, whole, intent.Amount);
        part = part.InStep(
            HoldingStep.TransferProposed, recipient, 0, at.Until(Execution.Rules.TransferHours, receivable));
        var made = new HoldingId(at.Hash.Value);
        at.State.Set(receivable, id, rest);
        at.State.Set(receivable, made, part);
        return new TransferProposed(receivable, made, recipient, id, rest, part, intent.TradeDocument);
    }

    public static TransferAnswered Answer(AnswerTransfer intent, Execution at)
    {
        var (receivable, id, recipient) = (intent.Receivable, intent.Holding, intent.Recipient);
        Execution.RequireRole(recipient, ParticipantRoles.Supplier);
        var part = at.Holding(receivable, id);
        Execution.RequireStep(id, part, HoldingStep.TransferProposed);
        if (part.Counterparty != recipient) throw HoldingErrors.NotTheCounterparty(id, recipient);
        at.RequireInTime(id, part);

        if (intent.Accepted)
        {
            at.Release(receivable, part, part.Amount);
            part = part.PassedTo(recipient) with { Financed = false };
        }

        part = part.AtRest();
        at.State.Set(receivable, id, part);
        return new TransferAnswered(receivable, id, recipient, at.Hash, part, intent.Accepted, intent.Reason);
    }
}
