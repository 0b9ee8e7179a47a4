using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>A service that may have hardly more memory than it needs to start, under load.</summary>
internal sealed class StarvedMemory : Scenario
{
    private const int MiB = 1024 * 1024;
    private const int Rounds = 12;
    private const int ClaimsPerRound = 400;

    // The least that a start needs differs with the runtime and the machine.
    private static readonly int[] Limits = [32, 48, 64, 96, 128];

    private static readonly TimeSpan RoundLimit = TimeSpan.FromSeconds(10);

    public override IReadOnlyList<int> Rows => [10];

    public override string Name => "starved-memory";

    public override string Expectation => "refuses, or ends and goes on where it was: nothing is half written";

    public override bool IsLong => true;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        var limit = await StartWithLittleAsync(stage, cancellation);
        var (acknowledged, refused) = (0, 0);
        for (var round = 0; round < Rounds && stage.IsRunning; round++)
        {
            var claims = await SendAsync(stage, cancellation);
            acknowledged += claims.Count(static one => one.IsAcknowledged);
            refused += claims.Count(static one => !one.IsAcknowledged);
        }

        var end = stage.IsRunning ? "held out" : "ended";
        if (stage.IsRunning) await stage.Service.KillAsync(cancellation);
        await stage.StartAsync(cancellation);
        return $"with {limit} MiB it {end}: {acknowledged} acknowledged, {refused} not";
    }

    private static async Task<int> StartWithLittleAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var limit in Limits)
        {
            try
            {
                var environment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = $"{limit * MiB:x}" };
                await stage.StartWithAsync(environment, cancellation);
                return limit;
            }
            catch (Exception fault) when (fault is InvalidOperationException or ServiceOutOfReachException)
            {
                // Too little even to start with, or to answer the first call.
                if (stage.IsRunning) await stage.Service.KillAsync(cancellation);
            }
        }

        throw new ScenarioFailed("no limit of the memory lets it start");
    }

    /// <summary>A service that spends all its time looking for memory need not answer.</summary>
    private static async Task<IReadOnlyList<Intention>> SendAsync(Stage stage, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(RoundLimit);
        var claims = Enumerable.Range(0, ClaimsPerRound).Select(_ => stage.Load.Claim()).ToList();
        try
        {
            await Task.WhenAll(claims.Select(one => one.SendAsync(limit.Token)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What was acknowledged until then counts.
        }

        return claims;
    }
}
