using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>What became of one intent, the event that says so, and the reason where it took no effect.</summary>
internal sealed record ItemOutcome(BatchOutcome Outcome, LedgerEvent Event, byte[] Reason);

/// <summary>
/// The contract <c>Ledger</c> for claims and the answers to them: judges real calls in the contract's order of checks.
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
        var (callHash, intent, hash, signer) = Read(call);
        if (FindRefusal(intent, signer, state, time) is { } refusal)
            return new ItemOutcome(BatchOutcome.Refused, new IntentRefused(callHash, refusal), refusal);

        var (happened, reason) = Try(intent, hash, state);
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
        var signer = signatures.First.Recover(hash.Value) ?? default;
        return _calls[callHash] = new SignedCall(callHash, intent, hash, signer);
    }

    private byte[]? FindRefusal(LedgerIntent intent, Address signer, LedgerState state, ulong time)
    {
        var latest = time + (ulong)LedgerDomain.MaxHorizon.TotalSeconds;
        if (intent.Deadline < time) return LedgerErrors.IntentExpired(intent.Deadline, time);
        if (intent.Deadline > latest) return LedgerErrors.DeadlineTooFar(intent.Deadline, latest);
        if (parties.ParticipantOf(signer) != intent.Participant || state.IsRevoked(signer))
            return LedgerErrors.SignerNotRegistered(signer, intent.Participant);
        return state.IsSpent(intent) ? LedgerErrors.NonceAlreadyUsed(intent.Participant, intent.Nonce) : null;
    }

    private static (LedgerEvent? Happened, byte[] Reason) Try(
        LedgerIntent intent, IntentHash hash, LedgerState state) => intent switch
        {
            SubmitInvoice submission => Submit(submission, hash, state),
            ConfirmInvoice answer => Answer(answer.Invoice, answer.Buyer, state, invoice => new InvoiceConfirmed(
                answer.Invoice, answer.Buyer, hash, Whole(invoice.Supplier, answer), answer.Irrevocable)),
            RejectInvoice answer => Answer(answer.Invoice, answer.Buyer, state, _ =>
                new InvoiceRejected(answer.Invoice, answer.Buyer, hash, answer.Reason)),
            WithdrawInvoice withdrawal => Withdraw(withdrawal, hash, state),
            _ => throw new NotSupportedException($"The simulated ledger knows no {intent.Kind}."),
        };

    private static (LedgerEvent? Happened, byte[] Reason) Submit(
        SubmitInvoice claim, IntentHash hash, LedgerState state)
    {
        if (state.Find(claim.Invoice) is not null) return (null, LedgerErrors.InvoiceAlreadyExists(claim.Invoice));
        state.Set(claim.Invoice, new ClaimedInvoice(claim.Supplier, claim.Buyer, claim.Amount, IsOpen: true));
        return (
            new InvoiceSubmitted(
                claim.Invoice, claim.Supplier, claim.Buyer, hash, claim.Number, claim.TypeCode, claim.IssueDate,
                claim.DueDate, claim.Currency, claim.Amount, claim.DocumentHash),
            []);
    }

    private static (LedgerEvent? Happened, byte[] Reason) Answer(
        InvoiceId id, ParticipantId buyer, LedgerState state, Func<ClaimedInvoice, LedgerEvent> tell)
    {
        if (state.Find(id) is not { } invoice) return (null, LedgerErrors.InvoiceNotFound(id));
        if (invoice.Buyer != buyer) return (null, LedgerErrors.NotTheBuyer(id, buyer));
        return Close(id, invoice, state, tell);
    }

    private static (LedgerEvent? Happened, byte[] Reason) Withdraw(
        WithdrawInvoice withdrawal, IntentHash hash, LedgerState state)
    {
        var id = withdrawal.Invoice;
        if (state.Find(id) is not { } invoice) return (null, LedgerErrors.InvoiceNotFound(id));
        if (invoice.Supplier != withdrawal.Supplier)
            return (null, LedgerErrors.NotTheSupplier(id, withdrawal.Supplier));
        return Close(id, invoice, state, _ => new InvoiceWithdrawn(id, withdrawal.Supplier, hash));
    }

    private static (LedgerEvent? Happened, byte[] Reason) Close(
        InvoiceId id, ClaimedInvoice invoice, LedgerState state, Func<ClaimedInvoice, LedgerEvent> tell)
    {
        if (!invoice.IsOpen) return (null, LedgerErrors.InvoiceNotOpen(id));
        state.Set(id, invoice with { IsOpen = false });
        return (tell(invoice), []);
    }

    private static HoldingRecord Whole(ParticipantId supplier, ConfirmInvoice answer) => new(
        supplier, default, answer.Amount, 0, 0, HoldingPhase.Held, HoldingStep.None, 0, false, false, false,
        answer.DefencesWaived, false, false, 1);

    private sealed record SignedCall(Hash32 CallHash, LedgerIntent Intent, IntentHash Hash, Address Signer);
}
