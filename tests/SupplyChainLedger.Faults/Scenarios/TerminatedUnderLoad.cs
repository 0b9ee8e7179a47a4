using System.Diagnostics;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>SIGTERM while clients are sending.</summary>
internal sealed class TerminatedUnderLoad : Scenario
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public override IReadOnlyList<int> Rows => [7];

    public override string Name => "terminated-under-load";

    public override string Expectation => "it ends with exit code 0 within 30 s, and loses nothing";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await using var senders = Senders.Start(stage, 6, cancellation);
        await senders.UntilAnsweredAsync(60, TimeSpan.FromSeconds(5), cancellation);
        var began = Stopwatch.GetTimestamp();
        var exitCode = await stage.Service.TerminateAsync(cancellation).WaitAsync(Limit, cancellation);
        ScenarioFailed.Unless(exitCode == 0, $"it ended with exit code {exitCode}");
        return $"ended after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s";
    }
}
