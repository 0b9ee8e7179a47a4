using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Documents;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice submit</c></summary>
internal static class InvoiceSubmitCommand
{
    private const string Description = """
        As the supplier, submit invoices from UBL 2.1 / EN 16931 files. Each is shown, signed here and sent; the file
        itself stays where it is. Several files go through one stream, and a bad one stops none of the others.
        """;

    private const string Examples = """
        scl invoice submit devnet/samples/brakes-eur.xml --as tier1-brakes --buyer core-motors
        scl invoice submit outbox/7.xml --as tier1-brakes --buyer core-motors --due-date 2027-03-31
        scl invoice submit outbox/*.xml --as tier2-steel --buyer core-motors --wait final --json
        """;

    public static Command Create(CommandRunner runner)
    {
        var files = new Argument<string[]>("FILE.xml")
        {
            Description = "UBL invoices.",
            Arity = ArgumentArity.OneOrMore,
        };
        var buyer = new Option<string>("--buyer")
        {
            Description = "Handle of the participant that is to pay.",
            HelpName = "HANDLE",
            Required = true,
        };
        var dueDate = CommandArguments.Date("--due-date", "Due date to sign, for documents that state none.");
        var command = new SigningCommand("submit", Description, Examples) { files, buyer, dueDate };
        runner.Attach(command, run => RunAsync(
            run,
            [.. run.Value(files).Distinct()],
            run.Value(buyer)!,
            new UblReadOptions { DueDate = run.Value(dueDate) }));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        SigningRun run, IReadOnlyList<string> files, string buyer, UblReadOptions reading)
    {
        var desk = await ClaimDesk.OpenAsync(run, buyer, reading);
        return files.Count == 1 ? await SubmitOneAsync(run, desk, files[0]) : await SubmitManyAsync(run, desk, files);
    }

    private static async Task<ExitCode> SubmitOneAsync(SigningRun run, ClaimDesk desk, string file)
    {
        var terminal = run.Terminal;
        var (claim, errors, warnings) = await desk.SignAsync(file, run.Cancellation);
        foreach (var warning in warnings) terminal.Warn($"{warning}");
        if (claim is null) return Refuse(terminal, FileOutcome.Unusable(file, errors));

        terminal.ShowClaim(claim.Signed, desk.Supplier, desk.Buyer, file);
        try
        {
            var answer = await run.Client.Invoices.SubmitAsync(claim.Signed, run.Wait, run.Cancellation);
            foreach (var warning in answer.Warnings) terminal.Warn($"{warning.Message} ({warning.Reason})");
            return run.End(answer, answer.Intent, answer.Invoice is { } record ? InvoiceView.Of(record) : null);
        }
        catch (LedgerException refusal)
        {
            var fields = await DocumentRefusal.ExplainAsync(refusal, claim, run.Client, run.Cancellation);
            return Refuse(terminal, FileOutcome.Refused(file, refusal, fields));
        }
    }

    private static ExitCode Refuse(Terminal terminal, FileOutcome outcome)
    {
        Explain(terminal, outcome);
        if (terminal.Json) terminal.Result(outcome.Error!);
        return outcome.Code;
    }

    private static async Task<ExitCode> SubmitManyAsync(
        SigningRun run, ClaimDesk desk, IReadOnlyList<string> files)
    {
        var terminal = run.Terminal;
        IReadOnlyList<FileOutcome> outcomes = [];
        await SubmissionProgress.RunAsync(terminal, files.Count, async finished =>
            outcomes = await new SubmissionBatch(run.Client, desk, terminal)
                .RunAsync(files, run.Wait, finished, run.Cancellation));

        foreach (var outcome in outcomes) Explain(terminal, outcome);
        var answers = outcomes.Select(outcome => ProtoJson.Format(outcome.ToMessage()));
        terminal.Result($$"""{"results":[{{string.Join(",", answers)}}]}""", SubmissionView.Table(outcomes));
        terminal.Note(SubmissionView.Summary(outcomes));
        return outcomes.Max(outcome => outcome.Code);
    }

    private static void Explain(Terminal terminal, FileOutcome outcome)
    {
        if (outcome.Response is not null) return;
        terminal.Note($"{outcome.File}:");
        foreach (var explanation in outcome.Explanations) terminal.Notes.Write(explanation);
        if (outcome.Explanations.Count == 0) terminal.Note($"  {outcome.Error!.Message}");
    }
}
