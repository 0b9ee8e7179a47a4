using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement due</c></summary>
internal static class SettlementDueCommand
{
    private const string Description = """
        What must I pay, to whom and when; or what is due to me? By due date, with payee and account.
        """;

    private const string Examples = """
        scl settlement due --payer core-motors --until 2027-01-31
        scl settlement due --payee bank-east --from 2027-01-25 --until 2027-01-31
        """;

    public static Command Create(CommandRunner runner)
    {
        var payer = CommandArguments.Handle("--payer", "Only what this participant is to pay.");
        var payee = CommandArguments.Handle("--payee", "Only what is due to this participant.");
        var from = CommandArguments.Date("--from", "Only what is due on this date or later.");
        var until = CommandArguments.Date("--until", "Only what is due on this date or earlier.");
        var command = new ListCommand("due", Description, Examples) { payer, payee, from, until };
        command.Validators.Add(result =>
        {
            if (result.GetValue(payer) is null && result.GetValue(payee) is null)
                result.AddError("Whose? Name --payer, --payee, or both.");
        });
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListDueRequest
            {
                Payer = run.Name(payer),
                Payee = run.Name(payee),
                DueFrom = run.ApiDate(from),
                DueUntil = run.ApiDate(until),
            },
            run.Client.Settlement.ListDueAsync,
            static page => SettlementView.Table(page.Due),
            static page => (page.Due.Count, "to be paid")));
        return command;
    }
}
