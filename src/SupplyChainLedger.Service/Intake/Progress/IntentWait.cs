using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake.Progress;

/// <summary>One who listens for an intent, until it is disposed.</summary>
/// <param name="intent">The intent.</param>
/// <param name="waitFor">How far it is to get.</param>
/// <param name="leave">Told when nobody listens here any more.</param>
internal sealed class IntentWait(IntentHash intent, WaitFor waitFor, Action<IntentWait> leave) : IDisposable
{
    private readonly TaskCompletionSource<OutboxEntry> _reached =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The intent.</summary>
    public IntentHash Intent { get; } = intent;

    /// <summary>Completes when the intent has got as far as asked for, or has come to an end.</summary>
    /// <param name="entry">As it stood at some moment since listening began.</param>
    /// <param name="cancellation">Gives up waiting; the intent goes on.</param>
    public Task<OutboxEntry> FromAsync(OutboxEntry entry, CancellationToken cancellation) =>
        IsReachedBy(entry) ? Task.FromResult(entry) : _reached.Task.WaitAsync(cancellation);

    /// <summary>Tells of a change.</summary>
    public void Tell(OutboxEntry entry)
    {
        if (IsReachedBy(entry)) _reached.TrySetResult(entry);
    }

    public void Dispose() => leave(this);

    private bool IsReachedBy(OutboxEntry entry) => waitFor switch
    {
        WaitFor.Included => !entry.IsPending,
        WaitFor.Final => entry.IsFinal,
        _ => true,
    };
}
