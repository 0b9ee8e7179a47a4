using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Credit notes, disputes, cancellations.</content>
public sealed partial class MemoryLedger
{
    private readonly List<Dispute> _disputes = [];
    private readonly List<CreditNote> _notes = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Dispute> Disputes => Copies(Enumerable.Reverse(_disputes));

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CreditNote> CreditNotes => Copies(Enumerable.Reverse(_notes));

    /// <summary>The supplier's credit note: its own holding is less at once.</summary>
    public Intent IssueCreditNote(Intents.IssueCreditNote note, string signature) => Execute(note, signature, () =>
    {
        var holding = AtRest(Known(ResourceNames.Of(note.Holding)));
        var isOwn = holding.Holder == NameOf(note.Supplier);
        var amount = new Money(holding.Amount) { MinorUnits = (long)note.Amount };
        _notes.Add(new CreditNote
        {
            Holding = holding.Name,
            Receivable = holding.Receivable,
            Supplier = NameOf(note.Supplier),
            Holder = holding.Holder,
            Number = note.Number,
            Amount = amount,
            DocumentHash = note.DocumentHash.ToString(),
            State = isOwn ? CreditNoteState.InEffect : CreditNoteState.Proposed,
        });
        if (isOwn)
        {
            Reduce(holding, amount.MinorUnits);
            return Rest(holding);
        }

        (holding.Step, holding.PendingAmount) = (HoldingStep.CreditNoteProposed, amount);
        return holding.LastChange = NextBlock();
    }, note.Amount);

    /// <summary>The holder's answer.</summary>
    public Intent AnswerCreditNote(Intents.AnswerCreditNote reply, string signature) => Execute(reply, signature, () =>
    {
        var holding = InStep(Held(reply.Holding, reply.Holder), HoldingStep.CreditNoteProposed);
        var note = _notes.Last(one => one.Holding == holding.Name);
        (note.State, note.DeclineReason) = reply.Accepted
            ? (CreditNoteState.InEffect, "")
            : (CreditNoteState.Declined, reply.Reason);
        if (reply.Accepted) Reduce(holding, (long)reply.Amount);
        return Rest(holding);
    });

    /// <summary>The buyer disputes a part.</summary>
    public Intent OpenDispute(Intents.OpenDispute dispute, string signature) => Execute(dispute, signature, () =>
    {
        var parent = AtRest(Known(ResourceNames.Of(dispute.Holding)));
        return Split(parent, dispute, dispute.Amount, part =>
        {
            (part.Step, part.Disputed) = (HoldingStep.DisputeOpened, true);
            _disputes.Add(new Dispute
            {
                Holding = part.Name,
                Receivable = part.Receivable,
                Buyer = part.Obligor,
                Holder = part.Holder,
                Amount = part.Amount.Clone(),
                Reason = dispute.Reason,
                State = DisputeState.Open,
                CreditedAmount = new Money(part.Amount) { MinorUnits = 0 },
            });
        });
    });

    /// <summary>The holder's answer.</summary>
    public Intent AnswerDispute(Intents.AnswerDispute answer, string signature) => Execute(answer, signature, () =>
    {
        var part = InStep(Held(answer.Holding, answer.Holder), HoldingStep.DisputeOpened);
        var dispute = _disputes.Last(one => one.Holding == part.Name);
        dispute.Answer = answer.Reason;
        dispute.State = answer.Credited == 0 ? DisputeState.Answered : DisputeState.Credited;
        if (answer.Credited == 0) return NextBlock();
        dispute.CreditedAmount.MinorUnits = (long)answer.Credited;
        Reduce(part, (long)answer.Credited);
        return Rest(part);
    }, answer.Credited);

    /// <summary>The supplier asks to cancel.</summary>
    public Intent RequestCancellation(Intents.RequestCancellation wish, string signature) =>
        Execute(wish, signature, () =>
        {
            var root = AtRest(Held(HoldingId.RootOf(wish.Invoice), wish.Supplier));
            root.Step = HoldingStep.CancellationRequested;
            return root.LastChange = NextBlock();
        });

    /// <summary>The buyer's answer.</summary>
    public Intent AnswerCancellation(Intents.AnswerCancellation answer, string signature) =>
        Execute(answer, signature, () =>
        {
            var root = InStep(HoldingId.RootOf(answer.Invoice), HoldingStep.CancellationRequested);
            if (answer.Accepted) Reduce(root, root.Amount.MinorUnits);
            return Rest(root);
        });
}
