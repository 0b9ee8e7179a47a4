using System.CommandLine;
using SupplyChainLedger.Faults.Reporting;
using SupplyChainLedger.Faults.Scenarios;

var name = new Argument<string>("name") { Description = "A scenario; all, the long ones included; quick; or list" };
var seed = new Option<int>("--seed") { Description = "All chance follows from it", DefaultValueFactory = _ => 1 };
var kills = new Option<int>("--kills") { Description = "How often crashes kills", DefaultValueFactory = _ => 20 };
var root = new RootCommand("Makes faults happen to the real service, and checks that nothing is lost.")
{
    name, seed, kills,
};
root.SetAction((parsed, cancellation) => FaultRun.OfAsync(
    parsed.GetRequiredValue(name), parsed.GetValue(seed), parsed.GetValue(kills), cancellation));
return await root.Parse(args).InvokeAsync();
