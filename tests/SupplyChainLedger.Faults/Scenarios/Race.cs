using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Intents that exclude each other are accepted while none of them is on the chain.</summary>
internal sealed class Race : Scenario
{
    private const int Invoices = 12;

    public override IReadOnlyList<int> Rows => [15];

    public override string Name => "race";

    public override string Expectation =>
        "of a confirmation and a withdrawal that both look right one lands, the other is rejected; the rest land";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        var claims = await stage.Load.SubmitAsync(Invoices, cancellation);
        await stage.RestAsync(cancellation);
        await stage.Chain.StopMiningAsync(cancellation);
        var rivals = claims.Select(static one => ((SubmitInvoice)one.Intent).Invoice).SelectMany(
            invoice => new[] { stage.Load.Confirmation(invoice), stage.Load.Withdrawal(invoice) });
        var sent = rivals.ToList();
        await Task.WhenAll(sent.Select(one => one.SendAsync(cancellation)));
        await stage.Load.SubmitAsync(5, cancellation);
        await stage.Chain.StartMiningAsync(cancellation);
        await stage.Chain.MineAsync(1, cancellation);
        await stage.CheckAsync(cancellation);

        var executed = 0;
        foreach (var one in sent.Where(static one => one.IsAcknowledged))
        {
            var end = (await stage.Load.Buyer.Client.Intents.GetAsync(one.Digest, cancellation)).Intent;
            if (end.State == IntentState.Executed) executed++;
        }

        ScenarioFailed.Unless(executed == Invoices, $"{executed} took effect on {Invoices} invoices");
        return $"{sent.Count} rivals for {Invoices} invoices";
    }
}
