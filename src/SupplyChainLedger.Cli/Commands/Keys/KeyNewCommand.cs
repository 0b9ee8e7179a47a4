using System.CommandLine;
using System.Text.Json.Nodes;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Keys;

/// <summary><c>scl key new</c></summary>
internal static class KeyNewCommand
{
    private const string Description = """
        Draw a key, encrypted with a password, and show its address, which the operator registers. It never leaves this
        machine.
        """;

    private const string Examples = """
        scl key new bank-east-2
        """;

    public static Command Create(CommandRunner runner)
    {
        var name = new Argument<string>("NAME") { Description = "What to call it: a-z, 0-9 and hyphen." };
        var command = new ExampleCommand("new", Description, Examples) { name };
        runner.Attach(command, async run =>
        {
            var address = await run.Keys.DrawAsync(run.Value(name), run.Cancellation);
            run.Terminal.Result(
                new JsonObject { ["name"] = run.Value(name), ["address"] = $"{address}" }.ToJsonString(),
                Fields.Of(("Key", run.Value(name)), ("Address", $"{address}")));
            return ExitCode.Done;
        });
        return command;
    }
}
