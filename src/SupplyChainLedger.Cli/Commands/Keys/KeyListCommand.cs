using System.CommandLine;
using System.Text.Json.Nodes;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Cli.Commands.Keys;

/// <summary><c>scl key list</c></summary>
internal static class KeyListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("list", "List the keys in the keystore with their addresses.");
        runner.Attach(command, RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run)
    {
        var keys = new List<(string Name, Address Address)>();
        foreach (var name in run.Keys.Names())
            keys.Add((name, await run.Keys.AddressOfAsync(name, run.Cancellation)));
        var rows = new AlignedTable("NAME", "ADDRESS");
        foreach (var (name, address) in keys) rows.Add(name, $"{address}");
        var all = keys.Select(key => new JsonObject { ["name"] = key.Name, ["address"] = $"{key.Address}" });
        run.Terminal.Result(new JsonObject { ["keys"] = new JsonArray([.. all]) }.ToJsonString(), rows.Content);
        if (keys.Count == 0) run.Terminal.Note("There are none.");
        return ExitCode.Done;
    }
}
