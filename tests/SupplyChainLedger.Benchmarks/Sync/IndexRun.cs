using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary>The service's indexer, alone in this process, from an empty file to the newest block.</summary>
internal static class IndexRun
{
    public static async Task<IndexFigures> OfAsync(LedgerStage stage, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        using var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = stage.Chain });
        using var host = Build(stage, folder.At("index.db"), rpc);
        var cpu = stage.Meters.Select(static meter => meter.CpuSeconds).ToList();
        var clock = Stopwatch.StartNew();
        await host.StartAsync(cancellation);
        var progress = host.Services.GetRequiredService<IIndexProgress>();
        for (var head = progress.Current; !head.IsCaughtUp;)
            head = await progress.WaitForChangeAsync(head, cancellation);
        var seconds = clock.Elapsed.TotalSeconds;
        var used = stage.Meters.Zip(cpu, static (meter, before) => meter.CpuSeconds - before).ToList();
        await host.StopAsync(cancellation);
        var database = host.Services.GetRequiredService<IndexDatabase>();
        var events = database.Look(static session => session.Number("SELECT count(*) FROM event")) ?? 0;
        return new IndexFigures((int)events, seconds, used);
    }

    private static IHost Build(LedgerStage stage, string path, JsonRpcClient rpc)
    {
        var (ledger, participants) = stage.Contracts;
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Readiness>()
            .AddSingleton(new LedgerNetwork(
                LedgerStage.ChainId, ledger, participants, DeploymentBlock: 1, FinalityDepth: 0))
            .AddSingleton(new FingerprintKey(new byte[FingerprintKey.Size]))
            .AddSingleton<IChainClient>(new ChainClient(rpc))
            .AddIndexing(new IndexingOptions { Path = path, MachineStart = MachineStart.Current });
        return builder.Build();
    }
}

/// <summary>What was seen.</summary>
/// <param name="Events">Events in the index.</param>
/// <param name="Seconds">In this time.</param>
/// <param name="CpuSeconds">Processor time by process.</param>
internal sealed record IndexFigures(int Events, double Seconds, List<double> CpuSeconds)
{
    /// <summary>Events per second.</summary>
    public double Rate => Events / Seconds;
}
