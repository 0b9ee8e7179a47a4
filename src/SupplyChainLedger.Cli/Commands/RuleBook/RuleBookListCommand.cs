using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.RuleBook;

/// <summary><c>scl rulebook list</c></summary>
internal static class RuleBookListCommand
{
    private const string Description = """
        List all versions of the rules, newest first. A receivable lives by the one it was born under.
        """;

    private const string Examples = """
        scl rulebook list
        """;

    public static Command Create(CommandRunner runner)
    {
        var command = new ListCommand("list", Description, Examples);
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListRulesRequest(),
            run.Client.RuleBook.ListRulesAsync,
            static page => RulesView.Table(page.Rules),
            static page => (page.Rules.Count, "versions")));
        return command;
    }
}
