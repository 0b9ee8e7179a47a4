using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.RuleBook;

/// <summary><c>scl rulebook show</c></summary>
internal static class RuleBookShowCommand
{
    private const string Description = """
        Show the rules that are in force, or those of one version.
        """;

    private const string Examples = """
        scl rulebook show
        scl rulebook show 2
        """;

    public static Command Create(CommandRunner runner)
    {
        var version = new Argument<int?>("VERSION")
        {
            Description = "The version, from 1. [default: the one in force]",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => CommandArguments.Whole(result, 1, 4095),
        };
        var command = new ExampleCommand("show", Description, Examples) { version };
        runner.Attach(command, async run =>
        {
            var answer = await run.Client.RuleBook.GetRulesAsync(
                (uint?)run.Value(version), cancellation: run.Cancellation);
            run.Terminal.Result(answer, RulesView.Of(answer.Rules, answer.ReadAt)!);
            return ExitCode.Done;
        });
        return command;
    }
}
