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

    public override string Expectation => "the damage is found and the index rebuilt: it never differs from the chain";

    public override bool IsLong => Rounds > 10;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(50, cancellation);
        await stage.UntilIndexedAsync(cancellation);
        var rebuilt = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await stage.Service.TerminateAsync(cancellation);
            var path = Path.Combine(stage.DataFolder, "index.db");
            Flip(path, stage.Random);
            await stage.StartAsync(cancellation);
            await stage.UntilIndexedAsync(cancellation);
            if (File.Exists($"{path}.damaged")) rebuilt++;
            File.Delete($"{path}.damaged");
            await InvariantCheck.RequireAsync(stage, cancellation);
        }

        return $"rebuilt {rebuilt} of {Rounds} times";
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
