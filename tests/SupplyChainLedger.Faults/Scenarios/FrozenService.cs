using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The service's process stands still for a while, and the chain goes on without it.</summary>
internal sealed class FrozenService(TimeSpan time) : Scenario
{
    public override IReadOnlyList<int> Rows => [8];

    public override string Name => $"frozen-{time.TotalSeconds:0}s";

    public override string Expectation => "when it goes on, nothing is sent twice, and clients are answered again";

    public override bool IsLong => time > TimeSpan.FromSeconds(10);

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await using var senders = Senders.Start(stage, 4, cancellation);
        await senders.UntilAnsweredAsync(20, TimeSpan.FromSeconds(5), cancellation);
        ProcessSignal.Stop(stage.Service.ProcessId);
        await stage.Chain.MineAsync(2, cancellation);
        await stage.Chain.ReorganiseAsync(2, cancellation);
        await Patience.ForAsync(time, cancellation);
        ProcessSignal.Continue(stage.Service.ProcessId);
        var before = stage.Load.Acknowledged.Count();
        await Patience.UntilAsync(
            "more intents were acknowledged",
            () => Task.FromResult(stage.Load.Acknowledged.Count() > before + 10),
            cancellation);
        return "";
    }
}
