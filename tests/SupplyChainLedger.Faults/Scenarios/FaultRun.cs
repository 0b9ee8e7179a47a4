using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Reporting;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>One run of the program: it plays what it is told to and prints how that went.</summary>
internal static class FaultRun
{
    private const int Succeeded = 0;
    private const int Failed = 1;

    /// <summary>Plays.</summary>
    /// <param name="name">A scenario, <c>all</c>, <c>quick</c> or <c>list</c>.</param>
    /// <param name="seed">All chance follows from it.</param>
    /// <param name="kills">How often the random crashes kill.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>0 when all held, 1 otherwise.</returns>
    public static async Task<int> OfAsync(string name, int seed, int kills, CancellationToken cancellation)
    {
        if (name == "list")
        {
            foreach (var line in RowList.Lines()) Console.WriteLine(line);
            return Succeeded;
        }

        var wanted = ScenarioTable.With(kills)
            .Where(one => name == "all" || one.Name == name || (name == "quick" && !one.IsLong)).ToList();
        if (wanted.Count == 0)
        {
            var names = string.Join(", ", ScenarioTable.All.Select(static one => one.Name));
            Console.Error.WriteLine($"There is no scenario {name}. There are: {names}.");
            return Failed;
        }

        Console.WriteLine($"seed {seed}");
        using var network = await NetworkTemplate.MakeAsync(cancellation);
        var outcomes = new List<ScenarioOutcome>();
        foreach (var scenario in wanted)
        {
            outcomes.Add(await ScenarioRun.OfAsync(scenario, network, seed, cancellation));
            Console.WriteLine(outcomes[^1].Line);
        }

        foreach (var line in OutcomeTable.Lines(outcomes)) Console.WriteLine(line);
        return outcomes.All(static one => one.HasHeld) ? Succeeded : Failed;
    }
}
