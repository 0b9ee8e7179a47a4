using SupplyChainLedger.Faults.Staging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The chain replaces a block that was called final.</summary>
internal sealed class PastFinality : Scenario
{
    public override IReadOnlyList<int> Rows => [12];

    public override string Name => "reorganisation-past-finality";

    public override string Expectation =>
        "the index stops and says so, reads are served with their block, and deleting index.db rebuilds it";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        var claims = await stage.Load.SubmitAsync(3, cancellation);
        await stage.RestAsync(cancellation);

        // Only empty blocks are replaced, so that nothing that was acknowledged is lost for good.
        await stage.MineAsync(2 * Stage.FinalityDepth, cancellation);
        using var health = await HealthWatch.OpenAsync(stage.Service.Grpc, cancellation);
        await stage.Chain.ReorganiseAsync(Stage.FinalityDepth + 1, cancellation);
        await stage.Chain.MineAsync(1, cancellation);
        await stage.UntilNotReadyAsync("called final", cancellation);
        await health.UntilAsync(ServingStatus.NotServing, cancellation);
        var page = await MetricsPage.ReadAsync(stage.Service.Web, cancellation);
        ScenarioFailed.Unless(page["ready{part=\"finality\"}"] == 0, "the metrics call the finality well");
        var listed = await stage.Load.Buyer.Client.Intents.GetAsync(claims[0].Digest, cancellation);
        ScenarioFailed.Unless(listed.Intent.Final, "the intent of before is no longer final");

        await stage.Service.TerminateAsync(cancellation);
        foreach (var file in Directory.GetFiles(stage.DataFolder, "index.db*")) File.Delete(file);
        await stage.StartAsync(cancellation);
        return $"depth {Stage.FinalityDepth + 1}";
    }
}
