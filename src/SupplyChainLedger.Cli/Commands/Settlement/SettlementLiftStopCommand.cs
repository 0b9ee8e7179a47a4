using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement lift-stop</c></summary>
internal static class SettlementLiftStopCommand
{
    private const string Description = """
        As the operator, let an obligor that has missed a maturity take on debts again.
        """;

    private const string Examples = """
        scl settlement lift-stop core-motors --as operator --reason "Paid in full on 2027-02-04"
        """;

    public static Command Create(CommandRunner runner)
    {
        var obligor = new Argument<string>("OBLIGOR") { Description = "Handle of the obligor." };
        var reason = CommandArguments.Reason("Why");
        var command = new SigningCommand("lift-stop", Description, Examples) { obligor, reason };
        runner.Attach(command, async run =>
        {
            var handle = ResourceNames.HandleOf(run.Value(obligor));
            var signed = run.Signer.LiftStop(await run.ParticipantAsync(handle), run.Value(reason)!);
            run.Show(signed, ("obligor", $"{handle} ({signed.Intent.Obligor})"), ("reason", signed.Intent.Reason));
            var answer = await run.Client.Settlement.LiftStopAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, SettlementView.Of(answer.Stop));
        });
        return command;
    }
}
