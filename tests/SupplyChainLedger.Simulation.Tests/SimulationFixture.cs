using SupplyChainLedger.Simulation.Running;
using SupplyChainLedger.Simulation.Tests;

[assembly: AssemblyFixture(typeof(SimulationFixture))]

namespace SupplyChainLedger.Simulation.Tests;

/// <summary>SQLite can be given a disk only once in a process.</summary>
public sealed class SimulationFixture
{
    internal SeedRange Runs { get; } = new(TextWriter.Null);
}
