using System.CommandLine;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Running;

var bugs = new Argument<string?>("what")
{
    Description = "bugs: plants each of them in turn and tells after how many seeds it is found",
    Arity = ArgumentArity.ZeroOrOne,
};
bugs.AcceptOnlyFromAmong("bugs");
var seeds = new Option<int>("--seeds") { Description = "How many seeds, from 1 on", DefaultValueFactory = _ => 200 };
var first = new Option<int>("--from") { Description = "The first seed", DefaultValueFactory = _ => 1 };
var seed = new Option<int?>("--seed") { Description = "Replays one seed and prints what happens in it" };
var bug = new Option<string?>("--bug") { Description = "Plants a bug, and runs seeds until it is found" };
bug.AcceptOnlyFromAmong([.. PlantedBug.All.Select(static one => one.Name)]);
var root = new RootCommand("Runs the service from seeds, over simulated time, disk and chain.")
{
    bugs, seeds, first, seed, bug,
};
root.SetAction(parsed =>
{
    var runs = new SeedRange(Console.Out);
    if (parsed.GetValue(bugs) is not null) return runs.HuntAll(parsed.GetValue(seeds));
    if (parsed.GetValue(seed) is { } one) return runs.Replay(one, parsed.GetValue(bug));
    return parsed.GetValue(bug) is { } name
        ? runs.Hunt(name, parsed.GetValue(seeds))
        : runs.Run(parsed.GetValue(first), parsed.GetValue(seeds));
});
return root.Parse(args).Invoke();
