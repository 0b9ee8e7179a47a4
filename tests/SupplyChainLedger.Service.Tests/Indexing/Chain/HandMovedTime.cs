using System.Collections.Concurrent;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>A clock whose timers fire when a test says so.</summary>
internal sealed class HandMovedTime : TimeProvider
{
    private readonly ConcurrentDictionary<HandFiredTimer, bool> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandFiredTimer(callback, state, one => _timers.TryRemove(one, out _));
        _timers[timer] = true;
        return timer;
    }

    /// <summary>How many timers there are.</summary>
    public int Timers => _timers.Count;

    /// <summary>Fires every timer that there is.</summary>
    public void Tick()
    {
        foreach (var timer in _timers.Keys) timer.Fire();
    }

    /// <summary>Fires timers, as they come, until something has happened.</summary>
    public async Task RunUntilAsync(Func<bool> happened, CancellationToken cancellation)
    {
        while (!happened())
        {
            cancellation.ThrowIfCancellationRequested();
            Tick();
            await Task.Yield();
        }
    }

    private sealed class HandFiredTimer(TimerCallback callback, object? state, Action<HandFiredTimer> end) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => end(this);

        public ValueTask DisposeAsync()
        {
            end(this);
            return default;
        }
    }
}
