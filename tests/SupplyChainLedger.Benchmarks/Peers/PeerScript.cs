using System.Text.Json;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Peers;

/// <summary>The peers' programs, with their pinned packages, in the folder <c>peers</c>.</summary>
internal static class PeerScript
{
    /// <summary>Where they are.</summary>
    public static string Folder => RepositoryFolder.At("tests", "SupplyChainLedger.Benchmarks", "peers");

    /// <summary>Runs one to its end and reads the last line that it prints.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidOperationException">It has failed; the message quotes it.</exception>
    public static async Task<PeerFigures> RunAsync(
        string script, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await NodePackages.EnsureAsync(Folder, cancellation);
        var run = await ToolRun.OfAsync(Folder, "node", [script, .. arguments], cancellation);
        if (run.ExitCode != 0) throw new InvalidOperationException($"The peer {script} failed: {run.Errors}");
        return JsonSerializer.Deserialize<PeerFigures>(run.Output, JsonSerializerOptions.Web)!;
    }
}

/// <summary>What a peer has told.</summary>
/// <param name="Count">How many invoices or events.</param>
/// <param name="Seconds">In this time.</param>
/// <param name="P50">Half of them within so many milliseconds, where it has waited for each.</param>
/// <param name="P99">All but a hundredth.</param>
/// <param name="CpuSeconds">Processor time that it took meanwhile, where it tells.</param>
internal sealed record PeerFigures(int Count, double Seconds, double P50 = 0, double P99 = 0, double CpuSeconds = 0)
{
    /// <summary>How many a second.</summary>
    public double Rate => Count / Seconds;
}
