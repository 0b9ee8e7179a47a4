using SupplyChainLedger.Faults.Staging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The network makes no blocks for a while, and its pool forgets what waits.</summary>
internal sealed class HaltedChain : Scenario
{
    private const int MaxHeadAge = 10;

    private static readonly TimeSpan Halt = TimeSpan.FromSeconds(3);

    public override IReadOnlyList<int> Rows => [17, 19];

    public override string Name => "halted-chain";

    public override string Expectation =>
        "health says so, what is accepted meanwhile waits; what the pool has dropped is sent again; nothing twice";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync([$"--Health:MaxHeadAge={MaxHeadAge}", "--Relay:StuckAfter=1"], cancellation);
        await stage.MineAsync(1, cancellation);
        using var health = await HealthWatch.OpenAsync(stage.Service.Grpc, cancellation);
        await stage.Chain.StopMiningAsync(cancellation);
        await using (var senders = Senders.Start(stage, 4, cancellation))
        {
            await senders.UntilAnsweredAsync(30, Halt, cancellation);
            await stage.Chain.DropAllAsync(cancellation);
            await Patience.ForAsync(Halt, cancellation);
            await stage.Chain.DropAllAsync(cancellation);
            await stage.UntilNotReadyAsync("relay: the chain has made no block", cancellation);
            await stage.UntilNotReadyAsync("the chain stands still", cancellation);
        }

        await health.UntilAsync(ServingStatus.NotServing, cancellation);
        var page = await MetricsPage.ReadAsync(stage.Service.Web, cancellation);
        ScenarioFailed.Unless(page["chain_head_age_seconds"] > MaxHeadAge, "the metrics call the chain young");
        ScenarioFailed.Unless(page["outbox_oldest_age_seconds"] > Halt.TotalSeconds, "the metrics call intents young");

        var status = await stage.Load.Supplier.Client.GetStatusAsync(cancellation);
        ScenarioFailed.Unless(status.OutboxDepth > 0, "intents have come to an end without a block");
        ScenarioFailed.Unless(status.OldestPendingAge is not null, "the age of the oldest intent is not told");
        return $"{status.OutboxDepth} waited";
    }
}
