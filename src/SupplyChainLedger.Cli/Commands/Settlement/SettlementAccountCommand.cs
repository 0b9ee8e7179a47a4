using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement account</c></summary>
internal static class SettlementAccountCommand
{
    private const string Description = """
        Say where you want to be paid from now on, for each currency. Public on the chain.
        """;

    private const string Examples = """
        scl settlement account --as bank-east --currency EUR --account DE02120300000000202051
        """;

    public static Command Create(CommandRunner runner)
    {
        var currency = CommandArguments.CurrencyCode();
        var account = new Option<string>("--account")
        {
            Description = "What the payer's bank needs, such as an IBAN or an alias, up to 64 bytes.",
            HelpName = "TEXT",
            Required = true,
        };
        var command = new SigningCommand("account", Description, Examples) { currency, account };
        runner.Attach(command, async run =>
        {
            var signed = run.Signer.SetAccount(run.Value(currency)!, run.Value(account)!);
            run.Show(signed, ("currency", signed.Intent.Currency), ("account", signed.Intent.Account));
            var answer = await run.Client.Settlement.SetAccountAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, SettlementView.Of(answer.Account));
        });
        return command;
    }
}
