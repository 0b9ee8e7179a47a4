using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

internal sealed partial class ReceivableLife
{
    public PaymentDeclared Pay(HoldingId holding, ulong amount)
    {
        var record = Put(holding, InStep(_words[holding], HoldingStep.PaymentDeclared, amount));
        return Declared(holding, invoice.Buyer, record);
    }

    public PaymentDeclared BuyBack(HoldingId holding)
    {
        var before = _words[holding];
        var record = Put(holding, InStep(before, HoldingStep.RepurchaseDeclared, before.Amount));
        return Declared(holding, before.Counterparty, record);
    }

    public PaymentAnswered AnswerPayment(HoldingId holding, bool received)
    {
        var record = _words[holding];
        var contested = record.Step is HoldingStep.PaymentDeclared or HoldingStep.PaymentContested
            ? HoldingStep.PaymentContested
            : HoldingStep.RepurchaseContested;
        var after = received ? Paid(record) : record with { Step = contested, Deadline = 0 };
        return new PaymentAnswered(
            Id, holding, record.Holder, NextIntent(), Put(holding, after), record.Pending, received,
            received ? "" : "not on our account", received ? default : Evidence("payment"));
    }

    public RecourseClaimed ClaimRecourse(HoldingId holding)
    {
        var record = Put(holding, _words[holding] with { RecourseClaimed = true });
        return new RecourseClaimed(Id, holding, record.Holder, NextIntent(), record);
    }

    public WrittenOff WriteOff(HoldingId holding)
    {
        var before = _words[holding];
        var record = Put(
            holding, before with { Amount = 0, Pending = before.Amount, Phase = HoldingPhase.WrittenOff });
        return new WrittenOff(Id, holding, record.Holder, NextIntent(), record, "insolvent");
    }

    public Recovered Recover(HoldingId holding, ulong amount)
    {
        var before = _words[holding];
        var record = Put(holding, before with { Pending = before.Pending - amount });
        return new Recovered(
            Id, holding, record.Holder, NextIntent(), record, amount, Story.IssueDay, "E2E-9", Evidence("recovery"));
    }

    public CreditNoteIssued Credit(HoldingId holding, ulong amount)
    {
        var before = _words[holding];
        var record = Put(holding, before.Holder == invoice.Supplier
            ? Less(before, amount)
            : InStep(before, HoldingStep.CreditNoteProposed, amount));
        return new CreditNoteIssued(
            Id, holding, invoice.Supplier, NextIntent(), record, $"CN-{_intents}", amount, Evidence("credit note"));
    }

    public CreditNoteAnswered AnswerCredit(HoldingId holding, bool accepted)
    {
        var before = _words[holding];
        var record = Put(holding, accepted ? Less(before, before.Pending) : AtRest(before));
        return new CreditNoteAnswered(
            Id, holding, before.Holder, NextIntent(), record, before.Pending, accepted,
            accepted ? "" : "goods were fine");
    }

    public DisputeOpened Dispute(HoldingId from, ulong amount)
    {
        var (part, record) = Split(from, amount);
        record = Put(part, InStep(record, HoldingStep.DisputeOpened, 0) with { Disputed = true });
        return new DisputeOpened(
            Id, part, invoice.Buyer, from, _words[from], record, "two pallets are missing", Evidence("dispute"));
    }

    public DisputeAnswered AnswerDispute(HoldingId holding, ulong credited)
    {
        var before = _words[holding];
        var record = Put(holding, credited == 0 ? before : Less(before, credited));
        return new DisputeAnswered(
            Id, holding, before.Holder, NextIntent(), record, credited, "one pallet was", Evidence("answer"));
    }

    public CancellationRequested RequestCancellation()
    {
        var record = Put(Root, InStep(_words[Root], HoldingStep.CancellationRequested, 0));
        return new CancellationRequested(Id, invoice.Supplier, NextIntent(), record, "wrong buyer");
    }

    public CancellationAnswered AnswerCancellation(bool accepted)
    {
        var rest = AtRest(_words[Root]);
        var record = Put(Root, accepted ? WithAmount(rest, 0) : rest);
        return new CancellationAnswered(
            Id, invoice.Buyer, NextIntent(), record, accepted, accepted ? "" : "we have the goods");
    }

    private PaymentDeclared Declared(HoldingId holding, ParticipantId payer, HoldingRecord record) => new(
        Id, holding, payer, NextIntent(), record, Story.IssueDay, "E2E-5", Evidence("payment"));

    private static HoldingRecord Less(HoldingRecord record, ulong amount) =>
        WithAmount(AtRest(record), record.Amount - amount) with { Touched = true };

    private static HoldingRecord Paid(HoldingRecord record) =>
        record.Step is HoldingStep.PaymentDeclared or HoldingStep.PaymentContested
            ? Less(record, record.Pending)
            : AtRest(record with
            {
                Holder = record.Counterparty,
                Financed = false,
                Recourse = false,
                RecourseClaimed = false,
            });
}
