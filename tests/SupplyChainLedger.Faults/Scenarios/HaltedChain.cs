using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The network makes no blocks for a while, and its pool forgets what waits.</summary>
internal sealed class HaltedChain : Scenario
{
    private static readonly TimeSpan Halt = TimeSpan.FromSeconds(3);

    public override IReadOnlyList<int> Rows => [17, 19];

    public override string Name => "halted-chain";

    public override string Expectation =>
        "what is accepted meanwhile waits; what the pool has dropped is sent again on its nonce; nothing twice";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Chain.StopMiningAsync(cancellation);
        await using (var senders = Senders.Start(stage, 4, cancellation))
        {
            await senders.UntilAnsweredAsync(30, Halt, cancellation);
            await stage.Chain.DropAllAsync(cancellation);
            await Patience.ForAsync(Halt, cancellation);
            await stage.Chain.DropAllAsync(cancellation);
        }

        var status = await stage.Load.Supplier.Client.GetStatusAsync(cancellation);
        ScenarioFailed.Unless(status.OutboxDepth > 0, "intents have come to an end without a block");
        ScenarioFailed.Unless(status.OldestPendingAge is not null, "the age of the oldest intent is not told");
        return $"{status.OutboxDepth} waited";
    }
}
