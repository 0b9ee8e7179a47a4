using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Disk;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>A mistake made on purpose, which the simulation has to find. Made around the service, not within it.
/// </summary>
internal abstract class PlantedBug(string name, string mistake)
{
    /// <summary>Every one that there is.</summary>
    public static IReadOnlyList<PlantedBug> All { get; } =
    [
        new EarlyAcknowledgement(), new ForgottenDispatch(), new ShallowRollback(), new EarlyFinality(),
        new DeafSettlement(),
    ];

    public string Name => name;

    /// <summary>What is wrong.</summary>
    public string Mistake => mistake;

    /// <summary>Spoils the disk.</summary>
    public virtual void Prepare(SimulatedDisk disk)
    {
    }

    /// <summary>Replaces a part of the service.</summary>
    public virtual void Plant(IServiceCollection services)
    {
    }

    /// <summary>Spoils what the service believes of its network.</summary>
    public virtual LedgerNetwork Change(LedgerNetwork network) => network;

    /// <summary>Stands between the service and its node.</summary>
    public virtual IWayToNode Between(IWayToNode way) => way;

    /// <summary>Spoils what the service remembers of its last life.</summary>
    public virtual void BeforeStart(OutboxDatabase outbox)
    {
    }
}
