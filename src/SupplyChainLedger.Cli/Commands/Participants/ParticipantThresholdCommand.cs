using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant threshold</c></summary>
internal static class ParticipantThresholdCommand
{
    private const string Description = """
        Say above which amount two of your keys must sign, for each currency. 0 ends dual control; changing a threshold
        that is there takes two keys.
        """;

    private const string Examples = """
        scl participant threshold --as bank-east --currency EUR --amount 1000000.00
        scl participant threshold --as bank-east --currency EUR --amount 0 --second-key bank-east-2
        """;

    public static Command Create(CommandRunner runner)
    {
        var currency = CommandArguments.CurrencyCode();
        var amount = new AmountOption("--amount", "Above this much, two must sign; 0 for never.") { Required = true };
        var command = new SigningCommand("threshold", Description, Examples) { currency, amount };
        runner.Attach(command, async run =>
        {
            var threshold = amount.ReadMoney(run.Value(amount)!, run.Value(currency)!);
            var signed = run.Signer.SetThreshold(threshold);
            run.Show(signed, ("two sign above", $"{threshold}"));
            var answer = await run.Client.Participants.SetThresholdAsync(signed, run.Wait, run.Cancellation);
            var record = answer.Participant is { } changed ? ParticipantView.Of(changed, readAt: null) : null;
            return run.End(answer, answer.Intent, record);
        });
        return command;
    }
}
