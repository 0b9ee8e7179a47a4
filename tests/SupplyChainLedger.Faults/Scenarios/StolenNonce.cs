using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>A reorganisation drops the relay's transaction, and another of the same account takes its nonce.</summary>
internal sealed class StolenNonce : Scenario
{
    public override IReadOnlyList<int> Rows => [13];

    public override string Name => "stolen-nonce";

    public override string Expectation => "the nonce is found spent by another; the intents are sent anew";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(5, cancellation);
        await stage.UntilIndexedAsync(cancellation);
        var status = await stage.Load.Supplier.Client.GetStatusAsync(cancellation);
        var relay = Address.Parse(status.RelayAddress);

        stage.Proxy.Fault = NodeFault.Hang;
        await stage.Chain.ReorganiseAsync(2, cancellation);
        await stage.Chain.SendAsAsync(relay, relay, cancellation);
        await stage.Chain.MineAsync(1, cancellation);
        stage.Proxy.Fault = NodeFault.None;
        await stage.UntilIndexedAsync(cancellation);
        return "";
    }
}
