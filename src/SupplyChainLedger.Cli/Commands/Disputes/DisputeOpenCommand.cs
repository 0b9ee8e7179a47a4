using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute open</c></summary>
internal static class DisputeOpenCommand
{
    private const string Description = """
        As the buyer, dispute a part: it is frozen, the rest moves on. Once for each part, and not where you have
        waived your defences.
        """;

    private const string Examples = """
        scl dispute open holdings/0x… --as core-motors --amount 4000.00 --reason "12 of 300 discs cracked"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var amount = new AmountOption("--amount", "How much is in dispute. [default: all of the holding]");
        var reason = CommandArguments.Reason("Why you do not owe it");
        var evidence = new DocumentOption("--evidence", "What shows it");
        var command = new SigningCommand("open", Description, Examples) { id, amount, reason, evidence };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var part = amount.ReadPart(run.Value(amount), holding.Amount);
            var signed = run.Signer.OpenDispute(
                HoldingReference.Of(holding),
                part,
                run.Value(reason)!,
                await evidence.ReadAsync(run.Value(evidence), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("disputed", Show.Amount(part, holding.Amount.CurrencyCode)),
                ("reason", signed.Intent.Reason),
                ("evidence", Show.Hash(signed.Intent.Evidence)),
            ]);
            var answer = await run.Client.Disputes.OpenDisputeAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
