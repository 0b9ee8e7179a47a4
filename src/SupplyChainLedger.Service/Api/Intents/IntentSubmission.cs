using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary>
/// What all calls that change the ledger share: accept, wait as long as the caller asks, and tell a refusal by the
/// ledger as an error.
/// </summary>
internal sealed class IntentSubmission(
    TypedDataDomain domain,
    IntentIntake intake,
    IntentProgress progress,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    // Time to answer by ourselves, with the intent's name, before the transport ends the call without it.
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromMilliseconds(50);

    // Beyond it a timer cannot be set, and no call lasts.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(30);

    /// <param name="intent">What was signed.</param>
    /// <param name="signature">The request's <c>signature</c>.</param>
    /// <param name="waitFor">The request's <c>wait_for</c>.</param>
    /// <param name="deadline">The call's deadline, UTC; <see cref="DateTime.MaxValue"/> when it has none.</param>
    /// <param name="cancellation">Gives up; the intent may be accepted all the same.</param>
    /// <exception cref="LedgerFault">Refused by the intake or the ledger, or still on its way at the deadline.
    /// </exception>
    public async Task<OutboxEntry> SendAsync(
        LedgerIntent intent, string signature, WaitFor waitFor, DateTime deadline, CancellationToken cancellation)
    {
        var fields = new RequestFields();
        var bytes = fields.Signature("signature", signature);
        fields.RequireKnown("wait_for", waitFor);
        fields.ThrowIfAnyIsRefused();
        var hash = intent.Digest(domain);
        var entry = waitFor is WaitFor.Included or WaitFor.Final
            ? await SendAndWaitAsync(intent, hash, bytes, waitFor, deadline, cancellation)
            : await intake.AcceptAsync(intent, hash, bytes, cancellation);
        ThrowIfRefused(entry);
        return entry;
    }

    private async Task<OutboxEntry> SendAndWaitAsync(
        LedgerIntent intent,
        IntentHash hash,
        byte[] signature,
        WaitFor waitFor,
        DateTime deadline,
        CancellationToken cancellation)
    {
        // Listening starts before the intent is accepted, so that what becomes of it need not be looked up.
        using var wait = progress.Listen(hash, waitFor);
        var entry = await intake.AcceptAsync(intent, hash, signature, cancellation);
        using var limit = LimitOf(deadline);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation, lifetime.ApplicationStopping);
        try
        {
            return await wait.FromAsync(entry, any.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw LedgerFaults.IntentPending(hash);
        }
    }

    private CancellationTokenSource LimitOf(DateTime deadline)
    {
        var left = deadline - time.GetUtcNow().UtcDateTime - AnswerMargin;
        if (left > LongestLimit) return new CancellationTokenSource();
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
    }

    private static void ThrowIfRefused(OutboxEntry entry)
    {
        if (entry.State is not (EntryState.Rejected or EntryState.Cancelled or EntryState.Expired)) return;
        var fault = entry.Outcome is { } outcome
            ? LedgerFaults.FromContract(ContractReasons.Decode(outcome.Reason.Span))
            : LedgerFaults.IntentExpired(entry.Deadline);
        throw fault.About(entry.Hash);
    }
}
