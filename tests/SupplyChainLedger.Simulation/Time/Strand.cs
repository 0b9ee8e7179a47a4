namespace SupplyChainLedger.Simulation.Time;

/// <summary>
/// What belongs together and ends together: one life of the service, or everything around it. Code that awaits goes on
/// in the strand where it began; when the strand is cut, it never does.
/// </summary>
internal sealed class Strand(World world, byte number, Func<TimeSpan>? lateness = null) : SynchronizationContext
{
    /// <summary>Its mark in the trace.</summary>
    public byte Number => number;

    /// <summary>Nothing of it runs any more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How long something new has to wait; zero where it is ready at once.</summary>
    public TimeSpan Lateness() => lateness?.Invoke() ?? TimeSpan.Zero;

    public void Cut() => IsCut = true;

    /// <summary>Begins something that goes on by itself.</summary>
    public void Begin(Action action) => Post(static action => ((Action)action!)(), action);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsCut) world.Add(this, d, state);
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nothing in a simulation may wait for another thread.");

    public override SynchronizationContext CreateCopy() => this;
}
