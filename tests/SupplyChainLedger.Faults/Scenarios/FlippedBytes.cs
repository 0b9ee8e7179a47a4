using SupplyChainLedger.Faults.Invariants;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Bytes of the index file change while the service is down.</summary>
internal sealed class FlippedBytes : Scenario
{
    private const int MostBytes = 64;

    /// <summary>How often.</summary>
    public int Rounds { get; init; } = 3;

    public override IReadOnlyList<int> Rows => [29];

    public override string Name => $"flipped-bytes-{Rounds}";

    public override string Expectation =>
        "whatever has changed in the file is found, and the index made anew; nothing changed is ever answered";

    public override bool IsLong => Rounds > 10;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(50, cancellation);
        await stage.RestAsync(cancellation);
        await stage.Service.TerminateAsync(cancellation);
        var path = Path.Combine(stage.DataFolder, "index.db");
        var whole = stage.At("whole.db");
        File.Copy(path, whole);
        var found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            File.Copy(whole, path, overwrite: true);
            Flip(path, stage.Random);
            await stage.StartAsync(cancellation);
            await stage.UntilIndexedAsync(cancellation);
            var history = await ChainHistory.ReadAsync(stage.Reader.Chain, stage.Contracts.Ledger, cancellation);
            await RecordsOnChain.RequireAsync(stage, history, cancellation);
            await stage.Service.TerminateAsync(cancellation);
            var isFound = File.Exists($"{path}.damaged");
            File.Delete($"{path}.damaged");
            if (isFound) found++;
            var difference = IndexContent.Difference(path, whole) ?? SqliteFile.Damage(path);
            ScenarioFailed.Unless(
                difference is null,
                isFound ? $"the rebuilt index is another one: {difference}" : $"a change went unnoticed: {difference}");
        }

        foreach (var file in Directory.GetFiles(stage.DataFolder, "index.db*")) File.Delete(file);
        return $"{Rounds} times: found {found}, in pages without content {Rounds - found}";
    }

    private static void Flip(string path, Random random)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        for (var count = random.Next(1, MostBytes + 1); count > 0; count--)
        {
            file.Position = random.NextInt64(file.Length);
            var before = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(before ^ (1 << random.Next(8))));
        }
    }
}
