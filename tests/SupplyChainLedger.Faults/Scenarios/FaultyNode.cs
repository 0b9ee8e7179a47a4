using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The node misbehaves for a while under load.</summary>
internal sealed class FaultyNode(
    int row, string name, string expectation, Func<NodeFault> fault, long mostRequests = 2000) : Scenario
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public override IReadOnlyList<int> Rows => [row];

    public override string Name => name;

    public override string Expectation => expectation;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(5, cancellation);
        var before = stage.Proxy.Requests;
        stage.Proxy.Fault = fault();
        await using (Senders.Start(stage, 4, cancellation))
        {
            await Patience.ForAsync(Duration, cancellation);
            await stage.Load.Buyer.Client.GetStatusAsync(cancellation);
        }

        var requests = stage.Proxy.Requests - before;
        ScenarioFailed.Unless(
            requests <= mostRequests, $"the node got {requests} requests in {Duration.TotalSeconds} s");
        return $"{requests} requests meanwhile, {stage.Load.Acknowledged.Count()} acknowledged";
    }
}
