using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Simulation.Invariants;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>Where callers reach whichever life of the service is there. One that dies leaves them without an answer.
/// </summary>
internal sealed class FrontDoor(Promises promises, Verdict verdict)
{
    private readonly HashSet<TaskCompletionSource<Reply>> _callers = [];
    private ServiceLife? _life;

    /// <summary>The service that answers from now on; null when there is none. Who waits for another hears nothing.
    /// </summary>
    public void Open(ServiceLife? life)
    {
        _life = life;
        foreach (var caller in _callers) caller.TrySetResult(Reply.None);
        _callers.Clear();
    }

    /// <summary>Sends an intent.</summary>
    public async Task<Reply> SendAsync(LedgerIntent intent, IntentHash hash, byte[] signature)
    {
        if (_life is not { IsServing: true } life) return Reply.None;
        var caller = new TaskCompletionSource<Reply>();
        _callers.Add(caller);
        life.Strand.Begin(() => _ = AnswerAsync(life, intent, hash, signature, caller));
        var reply = await caller.Task;
        if (reply is Reply.None or Reply.Unavailable) promises.LeaveUnanswered(hash);
        return reply;
    }

    private async Task AnswerAsync(
        ServiceLife life, LedgerIntent intent, IntentHash hash, byte[] signature, TaskCompletionSource<Reply> caller)
    {
        var reply = await AcceptAsync(life, intent, hash, signature);
        _callers.Remove(caller);
        caller.TrySetResult(reply);
    }

    private async Task<Reply> AcceptAsync(ServiceLife life, LedgerIntent intent, IntentHash hash, byte[] signature)
    {
        try
        {
            var entry = await life.Intake.AcceptAsync(intent, hash, signature, CancellationToken.None);
            verdict.Require(entry.Hash == hash, () => $"{hash} was sent, and {entry.Hash} acknowledged");
            promises.Acknowledge(hash);
            return Reply.Acknowledged;
        }
        catch (LedgerFault fault)
        {
            if (fault.Reason is ErrorReason.OutboxUnavailable or ErrorReason.OutboxFull
                or ErrorReason.ParticipantQuotaExceeded or ErrorReason.IndexBehind)
                return Reply.Unavailable;
            promises.Refuse(hash);
            return Reply.Refused;
        }
        catch (Exception fault)
        {
            verdict.Report($"the intake broke down: {fault}");
            return Reply.None;
        }
    }
}
