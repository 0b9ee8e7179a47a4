using System.Diagnostics;
using SupplyChainLedger.Client;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>A client that opens calls and resets each at once (CVE-2023-44487), while others work.</summary>
internal sealed class RapidResets : Scenario
{
    private const int Calls = 10_000;

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    public override IReadOnlyList<int> Rows => [40];

    public override string Name => "rapid-resets";

    public override string Expectation => "others are answered all the while, and nothing of it remains";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        using var hostile = LedgerClient.Connect(stage.Service.Grpc);
        var flood = FloodAsync(hostile, cancellation);
        var longest = TimeSpan.Zero;
        while (!flood.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            ScenarioFailed.Unless(await stage.Load.Claim().SendAsync(cancellation), "a claim was not taken meanwhile");
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        await flood;
        ScenarioFailed.Unless(longest < Slowest, $"another client waited {longest.TotalSeconds:0.0} s");
        return $"{Calls} resets; others waited {longest.TotalMilliseconds:0} ms at most";
    }

    private static async Task FloodAsync(LedgerClient client, CancellationToken cancellation)
    {
        for (var call = 0; call < Calls; call++)
        {
            using var reset = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var answer = client.GetStatusAsync(reset.Token);
            await reset.CancelAsync();
            try
            {
                await answer;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested && fault is not OutOfMemoryException)
            {
                // Reset, or told to calm down.
            }
        }
    }
}
