using System.CommandLine;
using SupplyChainLedger.Cli.Demo;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl demo</c></summary>
internal static class DemoCommand
{
    private const string Description = """
        Play the whole story on the running service, step by step, with the demo's participants; again and again. Ends
        with an account of every figure, and with exit code 1 where that does not add up. With --json the story goes
        to standard error and its receivables to standard output.
        """;

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("demo", Description);
        runner.Attach(command, run => new DemoStory(run).PlayAsync());
        return command;
    }
}
