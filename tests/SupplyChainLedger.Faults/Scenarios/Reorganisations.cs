using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The chain replaces its newest blocks, up to the last one that may be replaced.</summary>
internal sealed class Reorganisations : Scenario
{
    private const int Claims = 5;

    public override IReadOnlyList<int> Rows => [11];

    public override string Name => "reorganisations";

    public override string Expectation =>
        "every depth up to finality: events are taken back, and the intents take effect once on the other branch";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        for (var depth = 1; depth <= Stage.FinalityDepth; depth++)
        {
            await stage.Load.SubmitAsync(Claims, cancellation);
            await stage.UntilIndexedAsync(cancellation);
            await stage.Chain.ReorganiseAsync(depth, cancellation);
            await stage.UntilIndexedAsync(cancellation);
        }

        return $"depths 1 to {Stage.FinalityDepth}";
    }
}
