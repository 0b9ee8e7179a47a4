using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>What became of one intent, the event that says so, and the reason where it took no effect.</summary>
internal sealed record ItemOutcome(BatchOutcome Outcome, LedgerEvent Event, byte[] Reason);

/// <summary>
/// The contract <c>Ledger</c> for claims, transfers, financing and payments: judges real calls in the contract's order
/// of checks.
/// </summary>
internal sealed class LedgerModel(TypedDataDomain domain, Parties parties)
{
    private readonly Dictionary<Hash32, SignedCall> _calls = [];

    /// <summary>The intents that a transaction carries: items of a batch, or one alone.</summary>
    public static byte[][] CallsOf(byte[] data) =>
        LedgerCalls.Execute.Selector.Opens(data) ? LedgerCalls.Execute.DecodeCall(data) : [data];

    /// <summary>Judges a call, and changes the state where it has an effect or spends its nonce.</summary>
    public ItemOutcome Judge(byte[] call, LedgerState state, ulong time)
    {
        var (callHash, intent, hash, signers) = Read(call);
        if (FindRefusal(intent, signers, state, time) is { } refusal)
            return new ItemOutcome(BatchOutcome.Refused, new IntentRefused(callHash, refusal), refusal);

        var (happened, reason) = Try(intent, new Execution(state, hash, time, signers.Count == 2));
        var outcome = happened is null ? BatchOutcome.Rejected : BatchOutcome.Executed;
        state.Record(hash, intent, outcome);
        return new ItemOutcome(
            outcome, happened ?? new IntentRejected(hash, intent.Participant, reason), reason);
    }

    private SignedCall Read(byte[] call)
    {
        var callHash = Keccak256.Hash(call);
        if (_calls.TryGetValue(callHash, out var known)) return known;
        var (intent, signatures) = LedgerCalls.DecodeAction(call);
        var hash = intent.Digest(domain);
        var signers = new List<Address> { signatures.First.Recover(hash.Value) ?? default };
        if (signatures.Second is { } second) signers.Add(second.Recover(hash.Value) ?? default);
        return _calls[callHash] = new SignedCall(callHash, intent, hash, signers);
    }

    private byte[]? FindRefusal(LedgerIntent intent, IReadOnlyList<Address> signers, LedgerState state, ulong time)
    {
        var latest = time + (ulong)LedgerDomain.MaxHorizon.TotalSeconds;
        if (intent.Deadline < time) return LedgerErrors.IntentExpired(intent.Deadline, time);
        if (intent.Deadline > latest) return LedgerErrors.DeadlineTooFar(intent.Deadline, latest);
        Address before = default;
        foreach (var signer in signers)
        {
            if (signer == before) return LedgerErrors.SignersNotDistinct(signer);
            if (parties.ParticipantOf(signer) != intent.Participant || state.IsRevoked(signer))
                return LedgerErrors.SignerNotRegistered(signer, intent.Participant);
            before = signer;
        }

        return state.IsSpent(intent) ? LedgerErrors.NonceAlreadyUsed(intent.Participant, intent.Nonce) : null;
    }

    private static (LedgerEvent? Happened, byte[] Reason) Try(LedgerIntent intent, Execution at)
    {
        try
        {
            return (Act(intent, at), []);
        }
        catch (Inadmissible inadmissible)
        {
            return (null, inadmissible.Reason);
        }
    }

    private static LedgerEvent Act(LedgerIntent intent, Execution at) => intent switch
    {
        SubmitInvoice claim => Claims.Submit(claim, at),
        ConfirmInvoice answer => Claims.Confirm(answer, at),
        RejectInvoice answer => Claims.Reject(answer, at),
        WithdrawInvoice withdrawal => Claims.Withdraw(withdrawal, at),
        ProposeTransfer transfer => Transfers.Propose(transfer, at),
        AnswerTransfer answer => Transfers.Answer(answer, at),
        RequestFinancing request => Financings.Request(request, at),
        SetExposureLimit limit => Financings.SetLimit(limit, at),
        PlaceOffer offer => Financings.Offer(offer, at),
        AcceptOffer acceptance => Financings.Accept(acceptance, at),
        DeclareDisbursement disbursement => Disbursements.Declare(disbursement, at),
        AnswerDisbursement answer => Disbursements.Answer(answer, at),
        DeclarePayment payment => Payments.Declare(payment, at),
        AnswerPayment answer => Payments.Answer(answer, at),
        SetThreshold threshold => SetThreshold(threshold, at),
        _ => throw new NotSupportedException($"The simulated ledger knows no {intent.Kind}."),
    };

    private static ThresholdSet SetThreshold(SetThreshold intent, Execution at)
    {
        var before = at.State.ThresholdOf(intent.Participant);
        if (before != 0 && !at.IsByTwo) throw HoldingErrors.SecondSignatureRequired(intent.Participant, before);
        at.State.Set(intent.Participant, intent.Threshold);
        return new ThresholdSet(intent.Participant, at.Hash, intent.Currency, intent.Threshold);
    }

    private sealed record SignedCall(
        Hash32 CallHash, LedgerIntent Intent, IntentHash Hash, IReadOnlyList<Address> Signers);
}
