using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement write-off</c></summary>
internal static class SettlementWriteOffCommand
{
    private const string Description = """
        As the holder, after default, give a holding up. What comes in later is recorded as a recovery.
        """;

    private const string Examples = """
        scl settlement write-off 0x… --as bank-east --reason "Insolvency opened"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var reason = CommandArguments.Reason("Why");
        var command = new SigningCommand("write-off", Description, Examples) { id, reason };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.WriteOff(HoldingReference.Of(holding), run.Value(reason)!);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("reason", run.Value(reason)),
            ]);
            var answer = await run.Client.Settlement.WriteOffAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
