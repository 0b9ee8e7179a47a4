using Grpc.Core;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
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
internal sealed class IntentSubmission(IntentIntake intake, IntentProgress progress, TimeProvider time)
{
    // Time to answer by ourselves, with the intent's name, before the transport ends the call without it.
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromMilliseconds(50);

    /// <exception cref="LedgerFault">Refused by the intake or the ledger, or still on its way at the deadline.</exception>
    public async Task<OutboxEntry> SendAsync(
        LedgerIntent intent, string signature, WaitFor waitFor, ServerCallContext context)
    {
        var fields = new RequestFields();
        var bytes = fields.Signature("signature", signature);
        fields.ThrowIfAnyIsRefused();
        var entry = await intake.AcceptAsync(intent, bytes, context.CancellationToken);
        if (waitFor is WaitFor.Included or WaitFor.Final)
            entry = await WaitAsync(entry.Hash, waitFor, context);
        ThrowIfRefused(entry);
        return entry;
    }

    private async Task<OutboxEntry> WaitAsync(IntentHash intent, WaitFor waitFor, ServerCallContext context)
    {
        using var limit = LimitOf(context.Deadline);
        using var either =
            CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.CancellationToken);
        try
        {
            return await progress.WaitAsync(intent, waitFor, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw LedgerFaults.IntentPending(intent);
        }
    }

    private CancellationTokenSource LimitOf(DateTime deadline)
    {
        if (deadline == DateTime.MaxValue) return new CancellationTokenSource();
        var left = deadline - time.GetUtcNow().UtcDateTime - AnswerMargin;
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
