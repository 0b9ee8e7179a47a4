using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The relay's account runs out of funds.</summary>
internal sealed class EmptyAccount : Scenario
{
    public override IReadOnlyList<int> Rows => [18];

    public override string Name => "empty-account";

    public override string Expectation =>
        "intents are accepted, readiness names the account that needs funds, and all goes out after the refill";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        var status = await stage.Load.Supplier.Client.GetStatusAsync(cancellation);
        var relay = Address.Parse(status.RelayAddress);
        await stage.Chain.SetBalanceAsync(relay, BigInteger.Zero, cancellation);
        await stage.Chain.MineAsync(1, cancellation);

        var claims = await stage.Load.SubmitAsync(5, cancellation);
        ScenarioFailed.Unless(claims.All(static one => one.IsAcknowledged), "a claim was not accepted");
        await stage.UntilNotReadyAsync($"{relay} cannot pay for gas", cancellation);

        await stage.Chain.SetBalanceAsync(relay, BigInteger.Pow(10, 24), cancellation);
        return "";
    }
}
