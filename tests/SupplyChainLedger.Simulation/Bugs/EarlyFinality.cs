using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>The depth at which a block is final is counted one too low.</summary>
internal sealed class EarlyFinality() : PlantedBug("early-finality", "an outcome is called final one block early")
{
    public override LedgerNetwork Change(LedgerNetwork network) =>
        network with { FinalityDepth = Math.Max(network.FinalityDepth, 1) - 1 };
}
