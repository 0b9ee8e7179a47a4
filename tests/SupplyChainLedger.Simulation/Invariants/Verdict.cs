using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>The first thing in a run that must not be.</summary>
internal sealed class Verdict(World world, Trace trace)
{
    /// <summary>What it is; null as long as there is none.</summary>
    public string? Violation { get; private set; }

    public void Report(string violation)
    {
        if (Violation is not null) return;
        Violation = violation;
        trace.Write(world.Now, $"VIOLATION: {violation}");
    }

    /// <summary>Reports what must hold and does not.</summary>
    public void Require(bool holds, Func<string> violation)
    {
        if (!holds) Report(violation());
    }
}
