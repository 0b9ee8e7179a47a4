using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement pay</c></summary>
internal static class SettlementPayCommand
{
    private const string Description = """
        As the obligor, or as the seller after recourse, state that you have paid a holder. Where it does not contest
        that in time, it counts as paid.
        """;

    private const string Examples = """
        scl settlement pay holdings/0x… --as core-motors --reference E2E-9001
        scl settlement pay holdings/0x… --as core-motors --amount 5000.00 --reference E2E-9002 --evidence camt054.xml
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("pay", Description, Examples) { id };
        var payment = new PaymentOptions(command, "What you have paid. [default: all of the holding]", required: false);
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var paid = await payment.ReadAsync(run, holding.Amount);
            var signed = run.Signer.DeclarePayment(HoldingReference.Of(holding), paid);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                .. SigningView.FieldsOf(paid, holding.Amount.CurrencyCode),
            ]);
            var answer = await run.Client.Settlement.DeclarePaymentAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
