using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>The write-ahead log of the outbox is cut or gone after a kill, so that the outbox is older than the chain.
/// </summary>
internal sealed class LostLog(string name, Action<string> damage) : Scenario
{
    public override IReadOnlyList<int> Rows => [30];

    public override string Name => name;

    public override string Expectation =>
        "no nonce is used twice; what is sent again finds what it has come to, and nothing happens twice";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(20, cancellation);
        await using (var senders = Senders.Start(stage, 4, cancellation))
        {
            await senders.UntilAnsweredAsync(40, TimeSpan.FromSeconds(5), cancellation);
            await stage.Service.KillAsync(cancellation);
        }

        damage(Path.Combine(stage.DataFolder, "outbox.db-wal"));
        stage.Load.Forget();
        await stage.StartAsync(cancellation);
        await stage.Load.RetryAsync(cancellation);
        return "";
    }
}
