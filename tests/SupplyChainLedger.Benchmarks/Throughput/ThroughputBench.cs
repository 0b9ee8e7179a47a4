extern alias sdk;
using System.Diagnostics;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Throughput;

/// <summary>
/// Signed invoices from the gRPC stream to the index: received, verified, on disk, mined in batches, indexed. An
/// invoice counts when its stream answers that it is included.
/// </summary>
internal sealed class ThroughputBench(LedgerStage stage, TextWriter output)
{
    private const int Streams = 4;
    private const int WarmUpSeconds = 5;

    /// <summary>Runs the load.</summary>
    /// <param name="load">Prepared requests, used once each.</param>
    /// <param name="seconds">How long at most, without the warm-up.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ThroughputFigures> RunAsync(
        SubmitInvoicesRequest[] load, int seconds, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var share = load.Length / Streams;
        var streams = Enumerable.Range(0, Streams)
            .Select(i => new LoadStream(stage.Grpc, new ArraySegment<SubmitInvoicesRequest>(load, i * share, share)))
            .ToList();
        var running = Task.WhenAll(streams.Select(stream => stream.RunAsync(stop.Token)));

        await PassAsync(WarmUpSeconds, running, cancellation);
        var (from, cpuFrom, clock) = (Answered(streams), Cpu(), Stopwatch.StartNew());
        var writtenFrom = stage.Meters.Select(static meter => meter.WrittenMiB).ToList();
        var memory = new List<long>();
        while (clock.Elapsed.TotalSeconds < seconds && !running.IsCompleted)
        {
            var (countThen, cpuThen, lately) = (Answered(streams), Cpu(), Stopwatch.StartNew());
            await PassAsync(5, running, cancellation);
            var count = Answered(streams) - countThen;
            memory.Add(stage.Service.ResidentMiB);
            await output.WriteLineAsync(
                $"  {clock.Elapsed.TotalSeconds,5:F0} s  {count / lately.Elapsed.TotalSeconds,7:F0} invoices/s  "
                + $"service {memory[^1]} MiB  {CostOf(count, cpuThen)}");
        }

        var elapsed = clock.Elapsed.TotalSeconds;
        var answered = Answered(streams) - from;
        var cpu = Cpu().Zip(cpuFrom, static (now, before) => now - before).ToList();
        var written = stage.Meters.Zip(writtenFrom, static (meter, before) => meter.WrittenMiB - before).ToList();
        await stop.CancelAsync();
        await running;
        if (streams.Sum(static stream => stream.Refused) is var refused and > 0)
            throw new InvalidOperationException($"{refused} invoices were refused: the figure would mean nothing.");
        return new ThroughputFigures(answered, elapsed, cpu, written, memory);
    }

    private static async Task PassAsync(int seconds, Task running, CancellationToken cancellation)
    {
        try
        {
            await running.WaitAsync(TimeSpan.FromSeconds(seconds), cancellation);
        }
        catch (TimeoutException)
        {
        }
    }

    private static int Answered(List<LoadStream> streams) => streams.Sum(static stream => stream.Answered);

    /// <summary>What an invoice has cost each process since then.</summary>
    private string CostOf(int invoices, List<double> cpuThen) => string.Join("  ", stage.Meters.Select((meter, i) =>
        $"{meter.Name} {(meter.CpuSeconds - cpuThen[i]) * 1e6 / Math.Max(invoices, 1):F0} us"));

    private List<double> Cpu() => [.. stage.Meters.Select(static meter => meter.CpuSeconds)];
}

/// <summary>What was seen.</summary>
/// <param name="Invoices">Invoices included and indexed.</param>
/// <param name="Seconds">In this time.</param>
/// <param name="CpuSeconds">Processor time by process.</param>
/// <param name="WrittenMiB">Written to disk by process.</param>
/// <param name="ServiceMiB">Memory of the service every five seconds.</param>
internal sealed record ThroughputFigures(
    int Invoices, double Seconds, List<double> CpuSeconds, List<long> WrittenMiB, List<long> ServiceMiB)
{
    /// <summary>Invoices per second.</summary>
    public double Rate => Invoices / Seconds;
}
