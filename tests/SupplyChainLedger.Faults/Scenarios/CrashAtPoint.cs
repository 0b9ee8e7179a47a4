using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The service kills itself at one named moment of the way of a write, and is started again.</summary>
internal sealed class CrashAtPoint(
    int row, string point, string expectation, bool isAcknowledged, bool isPassedByBlock = false) : Scenario
{
    private const int Claims = 8;

    public override IReadOnlyList<int> Rows => [row];

    public override string Name => $"crash-{point}";

    public override string Expectation => expectation;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        var pass = 1 + stage.Random.Next(2);
        if (isPassedByBlock) pass += (int)await stage.Reader.Chain.GetBlockNumberAsync(cancellation);
        await stage.StartDoomedAsync(point, pass, cancellation);
        var claims = await SendUntilDeadAsync(stage, cancellation);
        if (!isAcknowledged)
        {
            ScenarioFailed.Unless(
                claims.Any(static one => one.IsOpen), "every claim was answered, though the service died before");
        }

        await stage.StartAsync(cancellation);
        await Patience.UntilAsync("every claim was taken", async () =>
        {
            await stage.Load.RetryAsync(cancellation);
            var refused = stage.Load.All.FirstOrDefault(static one => one.Refusal is not null);
            ScenarioFailed.Unless(refused is null, $"a claim was refused after the crash: {refused?.Refusal}");
            return stage.Load.All.All(static one => one.IsAcknowledged);
        }, cancellation);
        return $"pass {pass}";
    }

    // One after the other, so that each goes the whole way by itself.
    private static async Task<List<Intention>> SendUntilDeadAsync(Stage stage, CancellationToken cancellation)
    {
        var claims = new List<Intention>();
        while (stage.IsRunning && claims.Count < Claims)
        {
            claims.Add(stage.Load.Claim());
            await claims[^1].SendAsync(cancellation);
        }

        await stage.Service.EndAsync(cancellation).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        return claims;
    }
}
