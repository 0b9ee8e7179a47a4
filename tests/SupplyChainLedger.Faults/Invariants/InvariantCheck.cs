using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>What holds after every fault, whatever it was.</summary>
internal static class InvariantCheck
{
    /// <summary>
    /// Lets the service come to rest over an honest node, and compares the chain, the service's answers and its files.
    /// </summary>
    /// <exception cref="ScenarioFailed">Something does not hold; the message says what.</exception>
    public static async Task RequireAsync(Stage stage, CancellationToken cancellation)
    {
        await Rest.ComeToAsync(stage, cancellation);
        var history = await ChainHistory.ReadAsync(stage.Reader.Chain, stage.Contracts.Ledger, cancellation);
        ScenarioFailed.Unless(
            history.ExecutedTwice.Count == 0,
            $"{history.ExecutedTwice.Count} intents took effect twice: {string.Join(", ", history.ExecutedTwice)}");
        await IntentEnds.RequireAsync(stage, history, cancellation);
        await Sums.RequireAsync(stage, history, cancellation);
        await RecordsOnChain.RequireAsync(stage, history, cancellation);
        await RequireRebuiltAsync(stage, cancellation);
        foreach (var file in new[] { "outbox.db", "index.db" })
        {
            var damage = SqliteFile.Damage(Path.Combine(stage.DataFolder, file));
            ScenarioFailed.Unless(damage is null, $"{damage}");
        }
    }

    /// <summary>The index equals one that was made of the chain alone.</summary>
    private static async Task RequireRebuiltAsync(Stage stage, CancellationToken cancellation)
    {
        var name = $"fresh-{Guid.NewGuid():n}";
        await using var fresh = await stage.StartFreshAsync(name, cancellation);
        var difference = IndexContent.Difference(
            Path.Combine(stage.DataFolder, "index.db"), stage.At(Path.Combine(name, "index.db")));
        await fresh.KillAsync(cancellation);
        ScenarioFailed.Unless(difference is null, $"the index is not what a rebuild makes: {difference}");
    }
}
