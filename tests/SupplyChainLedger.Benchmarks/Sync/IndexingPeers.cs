using System.Globalization;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary>Those who index the ledger's events too, from the same chain.</summary>
internal static class IndexingPeers
{
    private static readonly string[] All = ["ponder-sync", "getlogs-sqlite"];

    /// <summary>Runs one after the other.</summary>
    /// <param name="stage">Whose chain it is.</param>
    /// <param name="head">The last block.</param>
    /// <param name="cancellation">Ends them.</param>
    public static async Task<IReadOnlyDictionary<string, PeerFigures>> RunAsync(
        LedgerStage stage, ulong head, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, PeerFigures>();
        foreach (var peer in All)
        {
            seen[peer] = await PeerScript.RunAsync(
                $"{peer}.mjs",
                [
                    $"{stage.Chain}", $"{stage.Ledger}", LedgerStage.ChainId.ToString(CultureInfo.InvariantCulture),
                    RepositoryFolder.At("contracts", "artifacts", "Ledger.json"),
                    head.ToString(CultureInfo.InvariantCulture),
                ],
                cancellation);
        }

        return seen;
    }
}
