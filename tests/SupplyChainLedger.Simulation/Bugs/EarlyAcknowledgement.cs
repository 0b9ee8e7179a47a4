using SupplyChainLedger.Simulation.Disk;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>A sync of the outbox's log returns before anything is on the disk.</summary>
internal sealed class EarlyAcknowledgement()
    : PlantedBug("early-acknowledgement", "the outbox acknowledges what is not on the disk yet")
{
    public override void Prepare(SimulatedDisk disk) =>
        disk.IsSyncALie = static path => path.EndsWith("outbox.db-wal", StringComparison.Ordinal);
}
