namespace SupplyChainLedger.Simulation.Time;

/// <summary>The clock and the timers of one life of the service.</summary>
internal sealed class SimulatedTime(World world, WallClock clock, Strand strand) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => world.Now.Ticks;

    public override DateTimeOffset GetUtcNow() => clock.Shown;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SimulatedTimer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_isDisposed) return false;
            _setting++;
            if (dueTime != Timeout.InfiniteTimeSpan) Plan(dueTime, period, _setting);
            return true;
        }

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Plan(TimeSpan dueTime, TimeSpan period, int setting) => time.In(dueTime, () =>
        {
            if (_isDisposed || setting != _setting) return;
            if (period > TimeSpan.Zero) Plan(period, period, setting);
            callback(state);
        });
    }

    private void In(TimeSpan delay, Action action) => world.In(delay, strand, action);
}
