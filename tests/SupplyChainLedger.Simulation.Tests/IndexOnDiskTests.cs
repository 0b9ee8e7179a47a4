using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Simulation.Disk;
using SupplyChainLedger.Simulation.Services;

namespace SupplyChainLedger.Simulation.Tests;

public sealed class IndexOnDiskTests(SimulationFixture simulation)
{
    private const int Blocks = 4_000;

    private static readonly LedgerNetwork Network = new(
        ChainId: 31337, Address.Zero, Address.Zero, DeploymentBlock: 1, FinalityDepth: 0);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_killed_service_goes_on_with_an_index_that_it_has_not_completed(int seed)
    {
        var (disk, path) = Mount(seed, "killed");
        using (var index = Open(path, "first start"))
        {
            Fill(index);
            disk.Kill();
        }

        using var reopened = Open(path, "first start");
        Assert.Equal(Blocks, Count(reopened));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_index_that_goes_down_with_the_machine_before_it_is_complete_is_begun_anew(int seed)
    {
        var (disk, path) = Mount(seed, "incomplete");
        using (var index = Open(path, "first start")) Fill(index);
        disk.CutPower();

        using var reopened = Open(path, "second start");
        Assert.Equal(0, Count(reopened));
        Fill(reopened);
        Assert.Equal(Blocks, Count(reopened));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_complete_index_is_on_the_disk_whatever_happens_to_the_machine(int seed)
    {
        var (disk, path) = Mount(seed, "complete");
        using (var index = Open(path, "first start"))
        {
            Fill(index);
            index.Complete(CancellationToken.None);
            index.BringToDisk();
            disk.CutPower();
        }

        using var reopened = Open(path, "second start");
        Assert.Equal(Blocks, Count(reopened));
        Assert.True(reopened.IsComplete);
    }

    private (SimulatedDisk Disk, string Path) Mount(int seed, string name)
    {
        var disk = new SimulatedDisk(new Random(seed));
        simulation.Runs.Disks.Mount($"/{name}-{seed}", disk);
        return (disk, $"/{name}-{seed}{DiskRegistry.Separator}index.db");
    }

    private static IndexDatabase Open(string path, string machineStart) => IndexDatabase.Open(
        path, Network, ServiceParts.FingerprintKey, NullLogger<IndexDatabase>.Instance, machineStart);

    private static void Fill(IndexDatabase index)
    {
        for (var first = 0; first < Blocks; first += 100)
        {
            var number = (ulong)first;
            index.Write(writer =>
            {
                for (var i = number; i < number + 100; i++)
                    BlockTable.Insert(writer, new BlockRef(i, Hash32.Zero, i), Hash32.Zero);
            });
        }
    }

    private static long? Count(IndexDatabase index) =>
        index.Look(static session => session.Number("SELECT count(*) FROM block"));
}
