using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing limit</c></summary>
internal static class FinancingLimitCommand
{
    private const string Description = """
        As a financier, say how much of an obligor you want to hold at most. Nothing ends your offers.
        """;

    private const string Examples = """
        scl financing limit --as bank-east --obligor core-motors --currency EUR --amount 5000000.00
        """;

    public static Command Create(CommandRunner runner)
    {
        var obligor = CommandArguments.RequiredHandle("--obligor", "Who owes it.");
        var currency = CommandArguments.CurrencyCode();
        var amount = new AmountOption("--amount", "At most this much; 0 for nothing.") { Required = true };
        var command = new SigningCommand("limit", Description, Examples) { obligor, currency, amount };
        runner.Attach(command, async run =>
        {
            var limit = amount.ReadMoney(run.Value(amount)!, run.Value(currency)!);
            var signed = run.Signer.SetExposureLimit(await run.ParticipantAsync(run.Value(obligor)!), limit);
            run.Show(signed, ("obligor", $"{run.Value(obligor)} ({signed.Intent.Obligor})"), ("limit", $"{limit}"));
            var answer = await run.Client.Financing.SetExposureLimitAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Exposure));
        });
        return command;
    }
}
