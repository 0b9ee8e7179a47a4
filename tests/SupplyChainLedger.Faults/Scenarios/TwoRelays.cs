using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>A second service with the same relay key, on a folder of its own, over the same chain.</summary>
internal sealed class TwoRelays : Scenario
{
    public override IReadOnlyList<int> Rows => [9];

    public override string Name => "two-relays-one-key";

    public override string Expectation => "each finds nonces spent by the other, and every intent lands once";

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

        await Patience.UntilAsync("the rival's intents were executed", async () =>
        {
            await stage.Chain.MineAsync(1, cancellation);
            return (await load.Supplier.Client.GetStatusAsync(cancellation)).OutboxDepth == 0;
        }, cancellation);
        await stage.Load.AdoptAsync(load, cancellation);
        return "";
    }
}
