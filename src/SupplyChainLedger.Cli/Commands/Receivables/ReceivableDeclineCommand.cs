using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable decline</c></summary>
internal static class ReceivableDeclineCommand
{
    private const string Description = """
        As the recipient, do not take a part. It stays with its holder.
        """;

    private const string Examples = """
        scl receivable decline 0x… --as tier2-steel --reason "Not our order"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var reason = CommandArguments.Reason("Why not, for the holder to read");
        var command = new SigningCommand("decline", Description, Examples) { id, reason };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.DeclineTransfer(HoldingReference.Of(holding), run.Value(reason)!);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("reason", run.Value(reason)),
            ]);
            var answer = await run.Client.Receivables.AnswerTransferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
