namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>A clock whose timers ring when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        lock (_timers) _timers.Add(timer);
        return timer;
    }

    public void RingAll()
    {
        Timer[] timers;
        lock (_timers) timers = [.. _timers];
        foreach (var timer in timers) timer.Ring();
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
