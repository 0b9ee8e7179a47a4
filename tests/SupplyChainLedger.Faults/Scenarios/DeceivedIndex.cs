using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Faults.Staging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The node lies about each new block: none of them is indexed for as long as it does.</summary>
internal sealed class DeceivedIndex(string name, Func<NodeFault> lie, string words) : Scenario
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    public override IReadOnlyList<int> Rows => [24];

    public override string Name => name;

    public override string Expectation =>
        "nothing of the lie is indexed, health says NOT_SERVING and why, and all goes on when the node is honest again";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(5, cancellation);
        await stage.UntilTakenAsync(cancellation);
        await stage.UntilIndexedAsync(cancellation);
        using var health = await HealthWatch.OpenAsync(stage.Service.Grpc, cancellation);
        var before = await IndexedAsync(stage, cancellation);

        stage.Proxy.Fault = lie();
        await stage.Load.SubmitAsync(10, cancellation);
        await health.UntilAsync(ServingStatus.NotServing, cancellation);
        await stage.UntilNotReadyAsync(words, cancellation);
        var page = await MetricsPage.ReadAsync(stage.Service.Web, cancellation);
        ScenarioFailed.Unless(page["ready{part=\"index\"}"] == 0, "the metrics call the index well");
        await Patience.ForAsync(Duration, cancellation);
        var after = await IndexedAsync(stage, cancellation);
        ScenarioFailed.Unless(after == before, $"the index went on from block {before} to block {after}");

        stage.Proxy.Fault = NodeFault.None;
        await health.UntilAsync(ServingStatus.Serving, cancellation);
        await stage.UntilTakenAsync(cancellation);
        return "";
    }

    private static async Task<ulong> IndexedAsync(Stage stage, CancellationToken cancellation) =>
        (await stage.Load.Supplier.Client.GetStatusAsync(cancellation)).Indexed.BlockNumber;
}
