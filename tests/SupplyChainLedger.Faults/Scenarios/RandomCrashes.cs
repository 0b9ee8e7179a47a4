using SupplyChainLedger.Faults.Invariants;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Kills the service at random moments under load, while the chain reorganises.</summary>
internal sealed class RandomCrashes : Scenario
{
    private const int Clients = 6;
    private const int MostAnswers = 80;
    private const int KillsBetweenChecks = 50;
    private const double ReorganisationRate = 0.4;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(10);

    private readonly List<TimeSpan> _recoveries = [];
    private int _reorganisations;

    /// <summary>How often it kills.</summary>
    public int Kills { get; init; } = 20;

    public override IReadOnlyList<int> Rows => [6, 14];

    public override string Name => "crashes";

    public override string Expectation =>
        "killed at random under load with reorganisations: nothing is lost, nothing doubled, serving again within 10 s";

    public override bool IsLong => true;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await LiveAndDieAsync(stage, cancellation);
            await RecoverAsync(stage, cancellation);
            if (kill % KillsBetweenChecks != 0) continue;
            await InvariantCheck.RequireAsync(stage, cancellation);
            Console.WriteLine($"         after kill {kill}: {Summary(stage)}");
        }

        return Summary(stage);
    }

    private async Task RecoverAsync(Stage stage, CancellationToken cancellation)
    {
        var taken = await stage.StartAsync(cancellation);
        _recoveries.Add(taken);
        ScenarioFailed.Unless(
            taken < RecoveryLimit,
            $"kill {_recoveries.Count}: after {taken.TotalSeconds:0.0} s it said: {stage.Service.Greeting}");
    }

    private async Task LiveAndDieAsync(Stage stage, CancellationToken cancellation)
    {
        await using (var senders = Senders.Start(stage, Clients, cancellation))
        {
            await senders.UntilAnsweredAsync(stage.Random.Next(MostAnswers), LongestLife, cancellation);
            if (stage.Random.NextDouble() < ReorganisationRate) await ReorganiseAsync(stage, cancellation);
            await Patience.ForAsync(LongestPause * stage.Random.NextDouble(), cancellation);
            await stage.Service.KillAsync(cancellation);
        }

        if (stage.Random.NextDouble() < ReorganisationRate / 2) await ReorganiseAsync(stage, cancellation);
    }

    private async Task ReorganiseAsync(Stage stage, CancellationToken cancellation)
    {
        _reorganisations++;
        await stage.ReorganiseAsync(stage.Random.Next(1, Stage.FinalityDepth + 1), cancellation);
    }

    private string Summary(Stage stage) =>
        $"{_recoveries.Count} kills, {_reorganisations} reorganisations, {stage.Load.Acknowledged.Count()} "
        + $"acknowledged; recovery p50 {Percentile(50)}, p99 {Percentile(99)}, longest {Percentile(100)}";

    private string Percentile(int percent)
    {
        var sorted = _recoveries.Order().ToList();
        return $"{sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)].TotalSeconds:0.00} s";
    }
}
