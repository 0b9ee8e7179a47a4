using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>
/// Puts the service together from its own registrations; only clock, node, disk and thread are the simulation's.
/// </summary>
internal static class ServiceParts
{
    /// <summary>The network's key for fingerprints, the same in every run.</summary>
    public static readonly FingerprintKey FingerprintKey = new(new byte[FingerprintKey.Size]);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Makes a new life over what the disk holds.</summary>
    /// <exception cref="StartupFault">A database cannot be opened.</exception>
    public static ServiceLife Build(ServiceSetting setting, PlantedBug? bug)
    {
        var (world, strand, disk) = (setting.World, setting.Strand, setting.DiskStrand);
        var lifetime = new SimulatedLifetime();
        var services = new ServiceCollection();
        services.AddSingleton(setting.Trace);
        services.AddSingleton(world);
        services.AddSingleton(typeof(ILogger<>), typeof(TraceLogger<>));
        services.AddSingleton<IHostApplicationLifetime>(lifetime);
        services.AddSingleton<TimeProvider>(new SimulatedTime(world, setting.Clock, strand));
        services.AddSingleton(static _ => new Meter("simulation"));
        services.AddSingleton(static _ => new ServiceTracing("simulation"));
        services.AddSingleton(setting.Network);
        services.AddSingleton<Readiness>();
        services.AddSingleton(FingerprintKey);
        services.AddSingleton(setting.Node);
        services.AddSingleton(new RelayAccount(setting.RelayKey));
        services.AddIntake(new IntakeOptions
        {
            MaxPending = setting.MaxPending,
            MaxWaitingPerParticipant = Math.Max(1, setting.MaxPending / 2),
        });
        services.AddRelay(setting.Relay);
        services.AddIndexing(
            new IndexingOptions
            {
                Path = setting.PathOf("index.db"),
                PollInterval = PollInterval,
                BatchSize = 10,
                MachineStart = setting.MachineStart,
            });
        services.AddSingleton<IIntakeView, IntakeView>();
        services.AddSingleton<TaskScheduler>(new StrandScheduler(disk));
        bug?.Plant(services);
        var network = setting.Network;
        services.AddSingleton(OutboxDatabase.Open(setting.PathOf("outbox.db"), network.ChainId, network.Ledger));
        return new ServiceLife(services.BuildServiceProvider(), strand, lifetime);
    }
}
