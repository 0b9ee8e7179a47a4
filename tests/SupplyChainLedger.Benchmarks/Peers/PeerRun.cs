using System.Globalization;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Benchmarks.Peers;

/// <summary>
/// Another way to record invoices: on the same chain, with the same signed calls, while the service stands still.
/// </summary>
internal static class PeerRun
{
    /// <summary>Runs a peer.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="stage">Whose chain it uses.</param>
    /// <param name="calls">What it sends: calls that nobody else has sent.</param>
    /// <param name="seconds">How long at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<PeerFigures> OfAsync(
        string script, LedgerStage stage, IEnumerable<byte[]> calls, int seconds, CancellationToken cancellation)
    {
        var file = Path.GetTempFileName();
        try
        {
            await stage.PauseAsync(cancellation);
            await File.WriteAllLinesAsync(file, calls.Select(static call => Hex.Encode(call)), cancellation);
            return await PeerScript.RunAsync(
                script,
                [
                    $"{stage.Chain}", $"{stage.Ledger}", LedgerStage.ChainId.ToString(CultureInfo.InvariantCulture),
                    file, seconds.ToString(CultureInfo.InvariantCulture),
                ],
                cancellation);
        }
        finally
        {
            stage.Resume();
            File.Delete(file);
        }
    }
}
