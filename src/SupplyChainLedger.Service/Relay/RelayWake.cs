using System.Threading.Channels;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Relay;

/// <summary>What the relay sleeps on: new intents, new blocks and the clock call it.</summary>
internal sealed class RelayWake : IDisposable
{
    private readonly Channel<bool> _calls =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly OutboxChanges _changes;

    public RelayWake(OutboxChanges changes)
    {
        _changes = changes;
        _changes.Committed += CallForWaiting;
    }

    /// <summary>Wakes the relay; many calls are as good as one.</summary>
    public void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Completes with the next call, or at once when there was one since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _calls.Reader.ReadAsync(cancellation);

    public void Dispose() => _changes.Committed -= CallForWaiting;

    private void CallForWaiting(IReadOnlyList<OutboxChange> changes)
    {
        if (changes.Any(static change => change.Entry.State == EntryState.Waiting)) Call();
    }
}
