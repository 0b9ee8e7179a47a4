using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.RuleBook;

/// <summary><c>scl rulebook propose</c></summary>
internal static class RuleBookProposeCommand
{
    private const string Notice = "25h";

    private const string Description = """
        As the operator, announce the next version of the rules, at least a day ahead. Receivables that are confirmed
        before live by the old one, for ever.
        """;

    private const string Examples = """
        scl rulebook propose --as operator --preset cn-77
        scl rulebook propose --as operator --grace 3 --max-hands 5 --name "open, stricter" --effective-from 7d
        """;

    public static Command Create(CommandRunner runner)
    {
        var effectiveFrom = new MomentOption("--effective-from", $"From when they count; [default: {Notice}]");
        var command = new SigningCommand("propose", Description, Examples) { effectiveFrom };
        var options = new RuleOptions(command);
        runner.Attach(command, async run =>
        {
            var rules = await options.ReadAsync(run);
            var from = effectiveFrom.Read(run.Value(effectiveFrom) ?? Notice, run.Time.GetUtcNow());
            var signed = run.Signer.ProposeRules(rules, from);
            run.Show(
                signed,
                ("name", rules.Name),
                ("tenor", $"{rules.StandardTenorDays} days, {rules.MaxTenorDays} at most"),
                ("grace", $"{rules.GraceDays} days"),
                ("transfers", $"{rules.TransferHours} hours to answer"),
                ("disbursements", $"{rules.DisbursementHours} hours to declare"),
                ("payments", $"{rules.AcknowledgementHours} hours to contest"),
                ("disputes", $"{rules.DisputeDays} days"),
                ("smallest part", $"{rules.SmallestPart} minor units"),
                ("hands", $"{rules.MaxHands}"),
                ("trade document", rules.TradeDocumentRequired ? "needed" : "not needed"),
                ("registration", rules.RegistryReferenceRequired ? "needed" : "not needed"),
                ("currencies", rules.Currencies.Length == 0 ? "all" : rules.Currencies),
                ("from", Show.Time(from)));
            var answer = await run.Client.RuleBook.ProposeRulesAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, RulesView.Of(answer.Rules));
        });
        return command;
    }
}
