using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement recourse</c></summary>
internal static class SettlementRecourseCommand
{
    private const string Description = """
        As the holder, after default, call upon the seller of a part with recourse to buy it back.
        """;

    private const string Examples = """
        scl settlement recourse 0x… --as bank-east
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("recourse", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.ClaimRecourse(HoldingReference.Of(holding));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("seller", Show.Party(holding.Counterparty)),
            ]);
            var answer = await run.Client.Settlement.ClaimRecourseAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
