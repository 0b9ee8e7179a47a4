using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>
/// Random histories of several receivables between the same participants: suppliers 1 and 2, buyers 3 and 4, financiers
/// 5 and 6, operator 7.
/// </summary>
internal sealed class RandomLives(int seed)
{
    private Random _random = new(seed);
    private readonly List<ReceivableLife> _lives = [];
    private readonly Queue<ReceivableLife> _submitted = [];
    private readonly Dictionary<HoldingId, OfferPlaced> _offers = [];
    private readonly HashSet<uint> _stopped = [];
    private int _numbers;
    private ushort _versions;

    /// <summary>Those that were confirmed.</summary>
    public IReadOnlyList<ReceivableLife> Lives => _lives;

    public static IReadOnlyList<LedgerEvent> Participants() =>
    [
        .. Story.FourParticipants(),
        .. Story.Registration(5, ParticipantRoles.Financier),
        .. Story.Registration(6, ParticipantRoles.Financier),
        .. Story.Registration(7, ParticipantRoles.Operator),
    ];

    /// <summary>From here on another history.</summary>
    public void Diverge(int other) => _random = new Random(other);

    /// <summary>The next block's events.</summary>
    public IReadOnlyList<LedgerEvent> Block() =>
        [.. Enumerable.Range(0, 1 + _random.Next(6)).SelectMany(_ => Step())];

    private IEnumerable<LedgerEvent> Step() => _random.Next(8) switch
    {
        0 => Begin(),
        1 => [OfParticipant()],
        2 when _submitted.TryDequeue(out var submitted) => [Confirm(submitted)],
        _ => _lives.Count == 0 ? Begin() : Continue(_lives[_random.Next(_lives.Count)]),
    };

    private IReadOnlyList<LedgerEvent> Begin()
    {
        var supplier = (uint)_random.Next(1, 3);
        var submission = Story.Submission(100 + _numbers++, supplier, (uint)_random.Next(3, 5));
        var life = new ReceivableLife(submission);
        if (_random.Next(2) == 0) return [submission, Confirm(life)];
        _submitted.Enqueue(life);
        return [submission];
    }

    private InvoiceConfirmed Confirm(ReceivableLife life)
    {
        _lives.Add(life);
        return life.Confirm();
    }

    private LedgerEvent OfParticipant()
    {
        var intent = Story.IntentOf($"{seed} of participant {_numbers++}");
        var financier = new ParticipantId((uint)_random.Next(5, 7));
        var one = new ParticipantId((uint)_random.Next(1, 8));
        return _random.Next(5) switch
        {
            0 => new ExposureLimitSet(
                financier, new ParticipantId((uint)_random.Next(3, 5)), intent, "EUR", (ulong)_random.Next(100_000)),
            1 => new AccountSet(one, intent, "EUR", $"DE{_numbers}"),
            3 => new IntentCancelled(one, intent, Story.IntentOf($"{_numbers} taken back"), new Nonce(intent.Value)),
            2 => new ThresholdSet(one, intent, "EUR", (ulong)_random.Next(1_000)),
            _ => new RulesProposed(++_versions, intent, 1_800_000_000ul + _versions, RulePresets.Open),
        };
    }

    private IReadOnlyList<LedgerEvent> Continue(ReceivableLife life)
    {
        var holding = life.Words.Keys.ElementAt(_random.Next(life.Words.Count));
        var record = life[holding];
        return (record.Phase, record.Step) switch
        {
            (HoldingPhase.Closed, _) => [],
            (HoldingPhase.WrittenOff, _) => record.Pending == 0 ? [] : [life.Recover(holding, record.Pending / 2 + 1)],
            (HoldingPhase.Defaulted, HoldingStep.None) => InDefault(life, holding, record),
            (_, HoldingStep.None) => [AtRest(life, holding, record)],
            _ => InStep(life, holding, record),
        };
    }

    private LedgerEvent AtRest(ReceivableLife life, HoldingId holding, HoldingRecord record)
    {
        var part = (ulong)_random.NextInt64(1, (long)record.Amount + 1);
        if (record.Recourse || record.Phase != HoldingPhase.Held) return Owed(life, holding, part);
        return _random.Next(8) switch
        {
            0 => life.Propose(holding, record.Holder.Value == 1 ? 2u : 1u, part),
            1 or 2 => life.Request(holding, part, isSealed: _random.Next(2) == 0),
            3 when !record.Disputed => life.Dispute(holding, part),
            4 when !record.Touched => life.RequestCancellation(),
            _ => Owed(life, holding, part),
        };
    }

    private LedgerEvent Owed(ReceivableLife life, HoldingId holding, ulong part) => _random.Next(4) switch
    {
        0 => life.Credit(holding, part),
        1 => life.Apply(holding),
        _ => life.Pay(holding, part),
    };

    private IReadOnlyList<LedgerEvent> InDefault(ReceivableLife life, HoldingId holding, HoldingRecord record)
    {
        if (record.RecourseClaimed) return [life.BuyBack(holding)];
        return [StopOrLift(life, holding), record.Recourse ? life.ClaimRecourse(holding) : life.WriteOff(holding)];
    }

    private LedgerEvent StopOrLift(ReceivableLife life, HoldingId holding)
    {
        var number = (uint)_random.Next(3, 5);
        var obligor = new ParticipantId(number);
        var intent = Story.IntentOf($"{seed} stop {_numbers++}");
        if (_stopped.Remove(number)) return new StopLifted(obligor, new ParticipantId(7), intent, "it has paid");
        _stopped.Add(number);
        return new ObligorStopped(obligor, life.Id, holding, intent);
    }

    private IReadOnlyList<LedgerEvent> InStep(ReceivableLife life, HoldingId holding, HoldingRecord record)
    {
        var yes = _random.Next(2) == 0;
        return record.Step switch
        {
            HoldingStep.FinancingRequested => [Requested(life, holding, record)],
            HoldingStep.OfferAccepted => [yes ? life.Disburse(holding, record.Amount) : life.Apply(holding)],
            HoldingStep.DisbursementContested => [yes
                ? life.AnswerDisbursement(holding, true)
                : life.Withdraw(holding, record.Counterparty.Value)],
            HoldingStep.PaymentContested or HoldingStep.RepurchaseContested =>
                [yes ? life.AnswerPayment(holding, true) : life.Withdraw(holding, 3)],
            _ when _random.Next(4) == 0 => [life.Apply(holding)],
            _ when _random.Next(6) == 0 => [life.Withdraw(holding, record.Holder.Value)],
            HoldingStep.TransferProposed => [life.AnswerTransfer(holding, yes)],
            HoldingStep.DisbursementDeclared => [life.AnswerDisbursement(holding, yes)],
            HoldingStep.PaymentDeclared or HoldingStep.RepurchaseDeclared => [life.AnswerPayment(holding, yes)],
            HoldingStep.CreditNoteProposed => [life.AnswerCredit(holding, yes)],
            HoldingStep.DisputeOpened => [life.AnswerDispute(holding, yes ? record.Amount / 2 : 0)],
            _ => [life.AnswerCancellation(yes && _random.Next(4) == 0)],
        };
    }

    private LedgerEvent Requested(ReceivableLife life, HoldingId holding, HoldingRecord record)
    {
        if (!_offers.TryGetValue(holding, out var offer) || _random.Next(3) == 0)
        {
            return _offers[holding] = life.Offer(
                holding, (uint)_random.Next(5, 7), record.SealedOffers ? 0 : record.Amount, (uint)_random.Next(90_000),
                _random.Next(2) == 0);
        }

        switch (_random.Next(5))
        {
            case 0:
                _offers.Remove(holding);
                return life.WithdrawOffer(offer);
            case 1:
                return life.Apply(holding);
            case 2:
                return life.Withdraw(holding, record.Holder.Value);
            default:
                return life.Accept(offer);
        }
    }
}
