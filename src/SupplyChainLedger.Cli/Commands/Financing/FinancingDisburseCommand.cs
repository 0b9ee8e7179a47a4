using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing disburse</c></summary>
internal static class FinancingDisburseCommand
{
    private const string Description = """
        As the financier, state that you have paid. Where the holder does not contest it in time, the part is yours.
        """;

    private const string Examples = """
        scl financing disburse 0x… --as bank-east --amount 97500.00 --reference E2E-7712 --evidence camt054.xml
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var registry = new Option<string>("--registry-reference")
        {
            Description = "Number of the assignment's registration, where the rules need it.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "",
        };
        var justification = new DocumentOption("--justification", "The reason for a tenor above the standard");
        var command = new SigningCommand("disburse", Description, Examples) { id, registry, justification };
        var payment = new PaymentOptions(command, "What you have paid out.", required: true);
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var paid = await payment.ReadAsync(run, holding.Amount);
            var signed = run.Signer.DeclareDisbursement(
                HoldingReference.Of(holding),
                paid,
                run.Value(registry)!,
                await justification.ReadAsync(run.Value(justification), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                .. SigningView.FieldsOf(paid, holding.Amount.CurrencyCode),
                ("registered", signed.Intent.RegistryReference),
                ("justification", Show.Hash(signed.Intent.Justification)),
            ]);
            var answer = await run.Client.Financing.DeclareDisbursementAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Financing));
        });
        return command;
    }
}
