using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Simulation.Services;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>Compares an index that has gone through everything with one made anew from the same chain.</summary>
internal static class Rebuild
{
    /// <param name="index">The index that is looked at.</param>
    /// <param name="path">Where the new one is made.</param>
    /// <param name="chain">A node that answers at once.</param>
    /// <param name="network">Chain and contracts.</param>
    /// <param name="verdict">Told of a difference.</param>
    public static async Task RequireSameAsync(
        IndexDatabase index, string path, IChainClient chain, LedgerNetwork network, Verdict verdict)
    {
        using var fresh = IndexDatabase.Open(
            path, network, ServiceParts.FingerprintKey, NullLogger<IndexDatabase>.Instance);
        var follower = new ChainFollower(
            fresh, new IndexWriter(fresh, network), new BlockSource(chain, network, NullLogger<BlockSource>.Instance),
            new IndexProgress(new IndexHead(default, 0, 0, 0, fresh.IsComplete)), network,
            new IndexingOptions { Path = path }, NullLogger<ChainFollower>.Instance);
        while (await follower.StepAsync(CancellationToken.None))
        {
        }

        var (kept, made) = (TableDump.Of(index).Split('\n'), TableDump.Of(fresh).Split('\n'));
        verdict.Require(
            kept.SequenceEqual(made),
            () => $"the index has {kept.Except(made).FirstOrDefault() ?? "nothing more"} where a rebuild has "
                + $"{made.Except(kept).FirstOrDefault() ?? "nothing more"}");
    }
}
