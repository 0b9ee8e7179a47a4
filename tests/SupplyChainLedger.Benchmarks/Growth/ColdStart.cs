using System.Diagnostics;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary>How long the service takes from its process's start until it says that it serves.</summary>
internal static class ColdStart
{
    private const int Starts = 5;

    public static async Task<WayReport> MeasureAsync(GrownLedger ledger, CancellationToken cancellation)
    {
        var times = new List<double>(Starts);
        var (cpu, memory) = (0.0, 0L);
        for (var i = 0; i < Starts; i++)
        {
            await ledger.ForgetPagesAsync(cancellation);
            var clock = Stopwatch.StartNew();
            await using var service = await ledger.StartAsync(cancellation);
            times.Add(clock.Elapsed.TotalSeconds);
            var meter = new ProcessMeter("service", service.ProcessId);
            (cpu, memory) = (meter.CpuSeconds, meter.ResidentMiB);
        }

        times.Sort();
        return new WayReport(
            "start",
            times[Starts / 2],
            "s",
            WayReport.NoPeers,
            [
                $"median of {Starts} starts, worst {times[^1]:F2} s; {cpu:F2} s of a core, {memory} MiB",
                $"index of {ledger.IndexMiB} MiB, not in memory; node: anvil with the real contracts and every block "
                + "that the index names",
            ]);
    }
}
