using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>
/// The events of one receivable, each with the word that the contract would log: what the contract checks is left to
/// the test.
/// </summary>
internal sealed partial class ReceivableLife(InvoiceSubmitted invoice)
{
    public const uint StepDeadline = 1_800_100_000;

    private readonly Dictionary<HoldingId, HoldingRecord> _words = [];
    private readonly Dictionary<HoldingId, HoldingId> _parents = [];
    private int _intents;

    public InvoiceId Id => invoice.Invoice;

    public HoldingId Root => HoldingId.RootOf(Id);

    public IReadOnlyDictionary<HoldingId, HoldingRecord> Words => _words;

    /// <summary>The holding that another one was taken out of.</summary>
    public IReadOnlyDictionary<HoldingId, HoldingId> Parents => _parents;

    public HoldingRecord this[HoldingId holding] => _words[holding];

    /// <summary>The word of a holding that was just confirmed.</summary>
    public HoldingRecord Whole(ulong amount) => new(
        invoice.Supplier, default, amount, 0, 0, HoldingPhase.Held, HoldingStep.None, 0, false, false, false, false,
        false, false, 1);

    public InvoiceConfirmed Confirm()
    {
        var confirmed = Story.Confirmation(invoice);
        _words[Root] = confirmed.Record;
        return confirmed;
    }

    public TransferProposed Propose(HoldingId from, uint recipient, ulong amount)
    {
        var (part, record) = Split(from, amount);
        var to = new ParticipantId(recipient);
        record = Put(part, InStep(record, HoldingStep.TransferProposed, 0) with { Counterparty = to });
        return new TransferProposed(Id, part, to, from, _words[from], record, Story.HashOf($"trade {part}"));
    }

    public TransferAnswered AnswerTransfer(HoldingId holding, bool accepted)
    {
        var record = _words[holding];
        var recipient = record.Counterparty;
        var after = accepted
            ? AtRest(record) with { Holder = recipient, Depth = (byte)(record.Depth + 1), Financed = false }
            : AtRest(record);
        return new TransferAnswered(
            Id, holding, recipient, NextIntent(), Put(holding, after), accepted, accepted ? "" : "no such trade");
    }

    public StepWithdrawn Withdraw(HoldingId holding, uint participant)
    {
        var record = _words[holding];
        var after = record.Step is HoldingStep.OfferAccepted or HoldingStep.DisbursementDeclared
            or HoldingStep.DisbursementContested
            ? record with { Recourse = false }
            : record;
        return new StepWithdrawn(
            Id, holding, new ParticipantId(participant), NextIntent(), Put(holding, AtRest(after)), record.Step);
    }

    /// <summary>What time decides: the end of the step, or of a holding at rest its next phase.</summary>
    public DeadlineApplied Apply(HoldingId holding, uint participant = 1)
    {
        var record = _words[holding];
        var after = record.Step switch
        {
            HoldingStep.None => record with { Phase = record.Phase + 1 },
            HoldingStep.DisbursementDeclared => Financed(record),
            HoldingStep.PaymentDeclared or HoldingStep.RepurchaseDeclared => Paid(record),
            HoldingStep.OfferAccepted => AtRest(record with { Recourse = false }),
            _ => AtRest(record),
        };
        return new DeadlineApplied(
            Id, holding, new ParticipantId(participant), NextIntent(), Put(holding, after), record.Step);
    }

    private (HoldingId Part, HoldingRecord Record) Split(HoldingId from, ulong amount)
    {
        var whole = _words[from];
        var part = new HoldingId(NextIntent().Value);
        _parents[part] = from;
        Put(from, WithAmount(whole, whole.Amount - amount) with { Touched = true });
        return (part, whole with { Amount = amount, Touched = true });
    }

    private HoldingRecord Put(HoldingId holding, HoldingRecord record) => _words[holding] = record;

    private IntentHash NextIntent() => Story.IntentOf($"{Id} {_intents++}");

    private static HoldingRecord WithAmount(HoldingRecord record, ulong amount) =>
        record with { Amount = amount, Phase = amount == 0 ? HoldingPhase.Closed : record.Phase };

    private static HoldingRecord InStep(HoldingRecord record, HoldingStep step, ulong pending) =>
        record with { Step = step, Pending = pending, Deadline = StepDeadline };

    private static HoldingRecord AtRest(HoldingRecord record) => record with
    {
        Step = HoldingStep.None,
        Pending = 0,
        Deadline = 0,
        Counterparty = record.Recourse ? record.Counterparty : default,
        RecourseWelcome = false,
        SealedOffers = false,
    };

    private static Hash32 Evidence(string of) => Story.HashOf($"evidence {of}");
}
