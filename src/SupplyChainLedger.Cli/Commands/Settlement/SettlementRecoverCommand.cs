using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement recover</c></summary>
internal static class SettlementRecoverCommand
{
    private const string Description = """
        As the holder, record money that came in for what you had given up.
        """;

    private const string Examples = """
        scl settlement recover 0x… --as bank-east --amount 1200.00 --reference E2E-9100
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("recover", Description, Examples) { id };
        var payment = new PaymentOptions(command, "What came in.", required: true);
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var paid = await payment.ReadAsync(run, holding.Amount);
            var signed = run.Signer.RecordRecovery(HoldingReference.Of(holding), paid);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                .. SigningView.FieldsOf(paid, holding.Amount.CurrencyCode),
            ]);
            var answer = await run.Client.Settlement.RecordRecoveryAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
