using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute answer</c></summary>
internal static class DisputeAnswerCommand
{
    private const string Description = """
        As the holder, end a dispute by giving up what you agree is not owed; or, with nothing given up, put your
        answer on the record.
        """;

    private const string Examples = """
        scl dispute answer holdings/0x… --as tier1-brakes --credit 1500.00 --reason "Half of the discs replaced"
        scl dispute answer holdings/0x… --as tier1-brakes --credit 0 --reason "Delivered as ordered" --evidence pod.pdf
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var credit = new AmountOption("--credit", "What you give up; 0 for nothing.") { Required = true };
        var reason = CommandArguments.Reason("Your answer");
        var evidence = new DocumentOption("--evidence", "What shows it");
        var command = new SigningCommand("answer", Description, Examples) { id, credit, reason, evidence };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var credited = credit.ReadOrZero(run.Value(credit)!, holding.Amount.CurrencyCode);
            var signed = run.Signer.AnswerDispute(
                HoldingReference.Of(holding),
                credited,
                run.Value(reason)!,
                await evidence.ReadAsync(run.Value(evidence), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("gives up", Show.Amount(credited, holding.Amount.CurrencyCode)),
                ("answer", signed.Intent.Reason),
                ("evidence", Show.Hash(signed.Intent.Evidence)),
            ]);
            var answer = await run.Client.Disputes.AnswerDisputeAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
