using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The disk of the data folder is full.</summary>
internal sealed class FullDisk : Scenario
{
    private const int MiB = 1024 * 1024;

    public override IReadOnlyList<int> Rows => [27];

    public override string Name => "full-disk";

    public override string Expectation =>
        "writes are refused and health says why, reads go on, and when there is room it heals by itself";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        var disk = stage.At("disk");
        Directory.CreateDirectory(disk);
        var mount = await ToolRun.OfAsync(
            "/", "mount", ["-t", "tmpfs", "-o", "size=24m", "scl-faults", disk], cancellation);
        if (mount.ExitCode != 0) return "skipped: it needs the right to mount";
        try
        {
            stage.DataFolder = Path.Combine(disk, "data");
            stage.CopyKeysTo(stage.DataFolder);
            await PlayAsync(stage, Path.Combine(disk, "filler"), cancellation);
            await stage.CheckAsync(cancellation);
            await stage.Service.TerminateAsync(cancellation);
            foreach (var file in Directory.GetFiles(stage.DataFolder, "*.db*"))
                File.Copy(file, Path.Combine(stage.At("data"), Path.GetFileName(file)));
            return "";
        }
        finally
        {
            if (stage.IsRunning) await stage.Service.KillAsync(CancellationToken.None);
            await ToolRun.OfAsync("/", "umount", ["-l", disk], CancellationToken.None);
            stage.DataFolder = stage.At("data");
        }
    }

    private static async Task PlayAsync(Stage stage, string filler, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(10, cancellation);
        Fill(filler);
        var refused = false;
        for (var round = 0; round < 200 && !refused; round++)
        {
            var claims = await stage.Load.SubmitAsync(20, cancellation);
            refused = claims.Any(static one => !one.IsAcknowledged);
        }

        ScenarioFailed.Unless(refused, "every claim was acknowledged on a full disk");
        await stage.Load.Buyer.Client.GetStatusAsync(cancellation);
        await stage.UntilNotReadyAsync("outbox: its disk is full", cancellation);
        File.Delete(filler);

        // Nobody calls meanwhile: it looks by itself.
        await stage.UntilReadyAsync(cancellation);
        await Patience.UntilAsync("a claim was taken again", async () =>
            await stage.Load.Claim().SendAsync(cancellation), cancellation);
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        try
        {
            var block = new byte[MiB];
            while (true)
            {
                file.Write(block);
                file.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
