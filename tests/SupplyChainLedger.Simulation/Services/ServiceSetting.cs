using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Simulation.Disk;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>What one life of the service is put into.</summary>
internal sealed record ServiceSetting
{
    public required World World { get; init; }

    public required Trace Trace { get; init; }

    public required WallClock Clock { get; init; }

    /// <summary>Everything of the service but what waits for the disk.</summary>
    public required Strand Strand { get; init; }

    /// <summary>In place of the outbox's own thread.</summary>
    public required Strand DiskStrand { get; init; }

    public required IChainClient Node { get; init; }

    public required LedgerNetwork Network { get; init; }

    public required PrivateKey RelayKey { get; init; }

    public required RelayOptions Relay { get; init; }

    public required int MaxPending { get; init; }

    /// <summary>The disk that both files are on.</summary>
    public required string DiskName { get; init; }

    /// <summary>Names the start of the machine that this life is in.</summary>
    public required string MachineStart { get; init; }

    /// <summary>Where a file is.</summary>
    public string PathOf(string file) => $"{DiskName}{DiskRegistry.Separator}{file}";
}
