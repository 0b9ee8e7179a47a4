using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>A second service with the same relay key, on a folder of its own, over the same chain.</summary>
internal sealed class TwoRelays : Scenario
{
    public override IReadOnlyList<int> Rows => [9];

    public override string Name => "two-relays-one-key";

    public override string Expectation => "each finds nonces spent by the other, and every intent lands once";

    public override bool IsLong => true;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        var other = stage.At("other");
        stage.CopyKeysTo(other);
        await using var rival = await RunningService.StartAsync(
            other, stage.SettingsFor(other, []), cancellation);
        using var load = await Load.OpenAsync(rival, cancellation);
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(
                stage.Load.SubmitAsync(10, cancellation), load.SubmitAsync(10, cancellation));
        }

        foreach (var one in load.Acknowledged)
        {
            await Patience.UntilAsync("the rival's intents were executed", async () =>
            {
                var found = await load.Supplier.Client.Intents.GetAsync(one.Digest, cancellation);
                return found.Intent.State == IntentState.Executed;
            }, cancellation);
        }

        return "";
    }
}
