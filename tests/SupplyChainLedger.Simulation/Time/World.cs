namespace SupplyChainLedger.Simulation.Time;

/// <summary>
/// Everything of one run, on one thread: what is ready runs in an order that the seed decides, and time passes only
/// when nothing is ready.
/// </summary>
internal sealed class World(Random order, Trace trace)
{
    private readonly List<Step> _ready = [];
    private readonly PriorityQueue<Step, (long Due, long Sequence)> _agenda = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _sequence;

    /// <summary>What has passed since the run began.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How many steps have run.</summary>
    public long Steps { get; private set; }

    /// <summary>Runs something as soon as its turn comes.</summary>
    public void Add(Strand strand, SendOrPostCallback callback, object? state)
    {
        // Two threads would make a run that no seed repeats.
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("Something has left the thread of its simulation.");
        if (strand.Lateness() is { Ticks: > 0 } late) Schedule(late, new Step(strand, callback, state));
        else _ready.Add(new Step(strand, callback, state));
    }

    /// <summary>Runs something when so much time has passed.</summary>
    public void In(TimeSpan delay, Strand strand, Action action) =>
        Schedule(delay, new Step(strand, static action => ((Action)action!)(), action));

    /// <summary>Runs the next step; false when there is nothing left to do.</summary>
    public bool Advance()
    {
        if (_ready.Count == 0)
        {
            if (!_agenda.TryDequeue(out var due, out var at)) return false;
            if (at.Due > Now.Ticks) Now = new TimeSpan(at.Due);
            _ready.Add(due);
        }

        var index = order.Next(_ready.Count);
        var step = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        if (!step.Strand.IsCut) Run(step);
        return true;
    }

    private void Schedule(TimeSpan delay, Step step) =>
        _agenda.Enqueue(step, (Now.Ticks + Math.Max(0, delay.Ticks), _sequence++));

    private void Run(Step step)
    {
        Steps++;
        trace.Mix((ulong)Now.Ticks ^ (ulong)step.Strand.Number << 56);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(step.Strand);
        try
        {
            step.Callback(step.State);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private readonly record struct Step(Strand Strand, SendOrPostCallback Callback, object? State);
}
