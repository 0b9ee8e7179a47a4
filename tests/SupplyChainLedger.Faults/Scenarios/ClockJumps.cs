using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The clock of the service's machine is set forward and back while intents are on their way.</summary>
internal sealed class ClockJumps : Scenario
{
    private const int Claims = 20;

    private static readonly TimeSpan[] Errors =
        [TimeSpan.FromHours(1.5), TimeSpan.FromHours(-1), TimeSpan.FromDays(-40), TimeSpan.FromDays(40)];

    public override IReadOnlyList<int> Rows => [34];

    public override string Name => "clock-jumps";

    public override string Expectation =>
        "blocks decide what is too late, what the pool has dropped is sent again all the same, and no age is below 0";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        if (ShiftedClock.Find(stage.At("clock")) is not { } clock)
            return "skipped: it needs libfaketime (apt-get install faketime)";
        await stage.StartWithAsync(clock.Environment, cancellation);
        foreach (var error in Errors)
        {
            await stage.Chain.StopMiningAsync(cancellation);
            var claims = await stage.Load.SubmitAsync(Claims, cancellation);
            ScenarioFailed.Unless(claims.All(static one => one.IsAcknowledged), "a claim was refused by the right time");
            await UntilSentAsync(stage, cancellation);

            clock.Set(error);
            await stage.Chain.DropAllAsync(cancellation);
            await UntilSentAsync(stage, cancellation);
            await RequireAgesAsync(stage, cancellation);
            await RequireAnswerAsync(stage, cancellation);

            await stage.Chain.StartMiningAsync(cancellation);
            await stage.MineAsync(1, cancellation);
            await stage.UntilTakenAsync(cancellation);
            clock.Set(TimeSpan.Zero);
        }

        return "";
    }

    private static Task UntilSentAsync(Stage stage, CancellationToken cancellation) => Patience.UntilAsync(
        "the node had a transaction that waits",
        () => stage.Chain.HasWaitingAsync(cancellation),
        cancellation);

    private static async Task RequireAgesAsync(Stage stage, CancellationToken cancellation)
    {
        var page = await MetricsPage.ReadAsync(stage.Service.Web, cancellation);
        foreach (var age in new[] { "chain_head_age_seconds", "outbox_oldest_age_seconds", "index_lag_seconds" })
            ScenarioFailed.Unless(page[age] >= 0, $"{age} is {page[age]}");
    }

    /// <summary>A clock that is far off makes new claims look too late or too early, which is said as such.</summary>
    private static async Task RequireAnswerAsync(Stage stage, CancellationToken cancellation)
    {
        var claim = stage.Load.Claim();
        await claim.SendAsync(cancellation);
        ScenarioFailed.Unless(
            claim.IsAcknowledged || claim.Refusal is "INTENT_EXPIRED" or "DEADLINE_TOO_FAR",
            $"a claim was turned down by a wrong clock with {claim.Refusal ?? "no answer"}");
    }
}
