using System.CommandLine;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Reporting;
using SupplyChainLedger.Faults.Scenarios;

var name = new Argument<string>("name") { Description = "A scenario; all of them; or list" };
var seed = new Option<int>("--seed") { Description = "All chance follows from it", DefaultValueFactory = _ => 1 };
var kills = new Option<int>("--kills") { Description = "How often crashes kills", DefaultValueFactory = _ => 20 };
var root = new RootCommand("Makes faults happen to the real service, and checks that nothing is lost.")
{
    name, seed, kills,
};
root.SetAction((parsed, cancellation) => RunAsync(
    parsed.GetRequiredValue(name), parsed.GetValue(seed), parsed.GetValue(kills), cancellation));
return await root.Parse(args).InvokeAsync();

static async Task<int> RunAsync(string name, int seed, int kills, CancellationToken cancellation)
{
    var scenarios = ScenarioTable.All.Select(one => one is RandomCrashes ? new RandomCrashes { Kills = kills } : one);
    var wanted = scenarios.Where(one => name == "all" || one.Name == name).ToList();
    if (wanted.Count == 0)
    {
        Console.Error.WriteLine($"There is no scenario {name}; list names them.");
        return 1;
    }

    Console.WriteLine($"seed {seed}");
    using var network = await NetworkTemplate.MakeAsync(cancellation);
    var outcomes = new List<ScenarioOutcome>();
    foreach (var scenario in wanted)
    {
        outcomes.Add(await ScenarioRun.OfAsync(scenario, network, seed, cancellation));
        Console.WriteLine(outcomes[^1].Line);
    }

    Console.WriteLine();
    Console.WriteLine($"{outcomes.Count(one => one.HasPassed)} of {outcomes.Count} held");
    return outcomes.All(one => one.HasPassed) ? 0 : 1;
}
