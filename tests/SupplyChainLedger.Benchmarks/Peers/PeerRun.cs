using System.Globalization;
using System.Text.Json;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Peers;

/// <summary>
/// Another way to do the same, by a pinned library in the folder <c>peers</c>: on the same chain, with the same signed
/// calls, while the service stands still.
/// </summary>
internal static class PeerRun
{
    private static string Folder => RepositoryFolder.At("tests", "SupplyChainLedger.Benchmarks", "peers");

    /// <summary>Runs a peer.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="stage">Whose chain it uses.</param>
    /// <param name="calls">What it sends: calls that nobody else has sent.</param>
    /// <param name="seconds">How long at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<PeerFigures> OfAsync(
        string script, LedgerStage stage, IEnumerable<byte[]> calls, int seconds, CancellationToken cancellation)
    {
        await NodePackages.EnsureAsync(Folder, cancellation);
        var file = Path.GetTempFileName();
        try
        {
            await stage.PauseAsync(cancellation);
            await File.WriteAllLinesAsync(file, calls.Select(static call => Hex.Encode(call)), cancellation);
            var run = await ToolRun.OfAsync(
                Folder,
                "node",
                [
                    script, $"{stage.Chain}", $"{stage.Ledger}",
                    LedgerStage.ChainId.ToString(CultureInfo.InvariantCulture), file,
                    seconds.ToString(CultureInfo.InvariantCulture),
                ],
                cancellation);
            if (run.ExitCode != 0) throw new InvalidOperationException($"The peer {script} failed: {run.Errors}");
            return JsonSerializer.Deserialize<PeerFigures>(run.Output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            stage.Resume();
            File.Delete(file);
        }
    }
}

/// <summary>What a peer has told.</summary>
/// <param name="Count">Invoices recorded.</param>
/// <param name="Seconds">In this time.</param>
/// <param name="P50">Half of them within so many milliseconds, where it has waited for each.</param>
/// <param name="P99">All but a hundredth.</param>
internal sealed record PeerFigures(int Count, double Seconds, double P50 = 0, double P99 = 0)
{
    /// <summary>Invoices a second.</summary>
    public double Rate => Count / Seconds;
}
