using System.Text.Json.Nodes;
using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Faults.Staging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Behind the node's address another node answers for a while, of another network.</summary>
internal sealed class WrongNode(int row, string name, string method, string answer, string words) : Scenario
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    public override IReadOnlyList<int> Rows => [row];

    public override string Name => name;

    public override string Expectation =>
        "health says NOT_SERVING and why, nothing is sent there, and all goes on when the right node is back";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(["--Health:CheckInterval=0.1"], cancellation);
        await stage.Load.SubmitAsync(3, cancellation);
        await stage.UntilTakenAsync(cancellation);
        using var health = await HealthWatch.OpenAsync(stage.Service.Grpc, cancellation);

        var sent = 0;
        stage.Proxy.Fault = NodeFault.Rewrite((call, reply) =>
        {
            if (IsOf(call, "eth_sendRawTransaction")) Interlocked.Increment(ref sent);
            if (IsOf(call, method)) reply["result"] = answer;
        });
        await health.UntilAsync(ServingStatus.NotServing, cancellation);
        await stage.UntilNotReadyAsync(words, cancellation);
        var page = await MetricsPage.ReadAsync(stage.Service.Web, cancellation);
        ScenarioFailed.Unless(page["ready{part=\"network\"}"] == 0, "the metrics call the network well");
        var accepted = await stage.Load.SubmitAsync(5, cancellation);
        await Patience.ForAsync(Duration, cancellation);
        ScenarioFailed.Unless(sent == 0, $"{sent} transactions went to the wrong node");

        stage.Proxy.Fault = NodeFault.None;
        await health.UntilAsync(ServingStatus.Serving, cancellation);
        return $"{accepted.Count(static one => one.IsAcknowledged)} accepted meanwhile";
    }

    private static bool IsOf(JsonObject call, string method) => (string?)call["method"] == method;
}
