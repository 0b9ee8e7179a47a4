using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing show</c></summary>
internal static class FinancingShowCommand
{
    private const string Description = """
        Show one request for financing and what has come of it.
        """;

    private const string Examples = """
        scl financing show holdings/0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new ExampleCommand("show", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var answer = await run.Client.Financing.GetFinancingAsync(run.Value(id), cancellation: run.Cancellation);
            var offers = new OfferView(answer.Financing.Amount.CurrencyCode, key: null);
            run.Terminal.Result(
                answer, FinancingView.Of(answer.Financing, answer.ReadAt)!, offers.Table(answer.Offers));
            return ExitCode.Done;
        });
        return command;
    }
}
