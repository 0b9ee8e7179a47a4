using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing offers</c></summary>
internal static class FinancingOffersCommand
{
    private const string Description = """
        Show what is offered for a part. Sealed terms are opened here with the key of the one who asked, and stay
        sealed for everybody else.
        """;

    private const string Examples = """
        scl financing offers holdings/0x… --as tier2-steel
        scl financing offers holdings/0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var actAs = CommandArguments.Handle("--as", "Handle of the participant whose key opens sealed terms.");
        var command = new ExampleCommand("offers", Description, Examples) { id, actAs };
        runner.Attach(command, async run =>
        {
            using var key = run.Value(actAs) is { } handle ? await run.Keys.OpenAsync(handle, run.Cancellation) : null;
            var answer = await run.Client.Financing.GetFinancingAsync(run.Value(id), cancellation: run.Cancellation);
            run.Terminal.Result(answer, new OfferView(answer.Financing.Amount.CurrencyCode, key).Table(answer.Offers));
            run.Terminal.Note($"{answer.Offers.Count} offers for {Show.Amount(answer.Financing.Amount)} of "
                + $"{Show.Party(answer.Financing.Holder)}, {Show.Word(answer.Financing.State)}, "
                + $"at {Show.ReadAt(answer.ReadAt)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
