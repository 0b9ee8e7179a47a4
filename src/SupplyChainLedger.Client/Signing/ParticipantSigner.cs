using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Client.Signing;

/// <summary>
/// Signs as one participant for one ledger. Digests are computed here, from the fields, and never taken from a
/// service. Can be used by several threads at once.
/// </summary>
public sealed class ParticipantSigner
{
    private readonly Lock _gate = new();
    private readonly PrivateKey _key;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;
    private Nonce _nextNonce = Nonce.FirstOfRandomRun();

    /// <summary>Makes a signer.</summary>
    /// <param name="participant">Who is bound.</param>
    /// <param name="key">A registered key of it. The caller disposes of it after the last signature.</param>
    /// <param name="domain">The ledger that is signed for.</param>
    /// <param name="lifetime">How long an intent stays valid, up to 30 days; an hour when absent.</param>
    /// <param name="time">The clock that deadlines are counted from.</param>
    public ParticipantSigner(
        ParticipantId participant,
        PrivateKey key,
        TypedDataDomain domain,
        TimeSpan? lifetime = null,
        TimeProvider? time = null)
    {
        _lifetime = lifetime ?? LedgerClientOptions.Default.IntentLifetime;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_lifetime, LedgerDomain.MaxHorizon, nameof(lifetime));
        Participant = participant;
        Domain = domain;
        _key = key;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Who is bound.</summary>
    public ParticipantId Participant { get; }

    /// <summary>The ledger that is signed for.</summary>
    public TypedDataDomain Domain { get; }

    /// <summary>Signs a supplier's claim.</summary>
    public SignedIntent<SubmitInvoice> Submit(InvoiceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draft.Amount.MinorUnits, nameof(draft));
        return Sign(new SubmitInvoice(
            Participant,
            draft.Buyer,
            draft.Number,
            draft.TypeCode,
            EpochDay.FromDate(draft.IssueDate),
            EpochDay.FromDate(draft.DueDate),
            draft.Amount.Currency.Code,
            (ulong)draft.Amount.MinorUnits,
            draft.DocumentHash,
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs a buyer's promise to pay.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="minorUnits">How much of it, 1 to its amount, in minor units of its currency.</param>
    public SignedIntent<ConfirmInvoice> Confirm(InvoiceId invoice, ulong minorUnits) =>
        Sign(new ConfirmInvoice(Participant, invoice, minorUnits, false, false, TakeNonce(), Deadline()));

    /// <summary>Signs a buyer's refusal.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<RejectInvoice> Reject(InvoiceId invoice, string reason) =>
        Sign(new RejectInvoice(Participant, invoice, reason, TakeNonce(), Deadline()));

    /// <summary>Signs a supplier's withdrawal of its own claim.</summary>
    public SignedIntent<WithdrawInvoice> Withdraw(InvoiceId invoice) =>
        Sign(new WithdrawInvoice(Participant, invoice, TakeNonce(), Deadline()));

    private SignedIntent<T> Sign<T>(T intent)
        where T : LedgerIntent
    {
        var digest = intent.Digest(Domain);
        return new SignedIntent<T>(intent, _key.Sign(digest.Value), digest);
    }

    private Nonce TakeNonce()
    {
        lock (_gate)
        {
            var nonce = _nextNonce;
            _nextNonce = nonce.Next();
            return nonce;
        }
    }

    private ulong Deadline() => (ulong)(_time.GetUtcNow() + _lifetime).ToUnixTimeSeconds();
}
