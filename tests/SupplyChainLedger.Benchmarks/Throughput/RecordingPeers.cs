using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Throughput;

/// <summary>Those who record invoices too, one transaction for each.</summary>
internal static class RecordingPeers
{
    private const int Calls = 6_000;
    private const int Seconds = 10;

    private static readonly string[] All = ["viem-sequential", "ethers-pipelined"];

    /// <summary>Invoices a second, by peer.</summary>
    public static async Task<Dictionary<string, double>> RunAsync(
        LedgerStage stage, SignedLoad load, CancellationToken cancellation)
    {
        var rates = new Dictionary<string, double>();
        foreach (var peer in All)
        {
            var calls = load.Sign(Calls).Select(SignedLoad.Call);
            rates[peer] = (await PeerRun.OfAsync($"{peer}.mjs", stage, calls, Seconds, cancellation)).Rate;
        }

        return rates;
    }
}
