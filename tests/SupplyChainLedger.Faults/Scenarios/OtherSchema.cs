using SupplyChainLedger.Faults.Invariants;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Files of another version: the index is rebuilt, the outbox is refused with what to do.</summary>
internal sealed class OtherSchema : Scenario
{
    public override IReadOnlyList<int> Rows => [32];

    public override string Name => "other-schema";

    public override string Expectation => "an outbox of another version is refused in one line; an index is rebuilt";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(3, cancellation);
        await stage.UntilIndexedAsync(cancellation);
        await stage.Service.TerminateAsync(cancellation);

        var version = SetVersion(stage, "outbox.db", 99);
        var start = await stage.FailToStartAsync(cancellation);
        ScenarioFailed.Unless(
            start.OnlyLine().Contains("has version 99", StringComparison.Ordinal), start.OnlyLine());
        SetVersion(stage, "outbox.db", version);
        SetVersion(stage, "index.db", 99);
        await stage.StartAsync(cancellation);
        return "";
    }

    private static long SetVersion(Stage stage, string name, long version)
    {
        using var file = SqliteFile.Open(Path.Combine(stage.DataFolder, name));
        var before = file.Rows("PRAGMA user_version", static row => row.GetInt64(0))[0];
        file.Execute($"PRAGMA user_version = {version}");
        return before;
    }
}
