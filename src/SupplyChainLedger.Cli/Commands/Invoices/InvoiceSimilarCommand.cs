using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Documents;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice similar</c></summary>
internal static class InvoiceSimilarCommand
{
    private const string Description = """
        Find invoices that may claim the same debt as one that is recorded, or as a UBL file before it is submitted:
        among all that were ever recorded, rejected and withdrawn ones too, each with its grade and the reason.
        """;

    private const string Examples = """
        scl invoice similar 0x5f2c...
        scl invoice similar outbox/7.xml --supplier tier1-brakes --buyer core-motors
        """;

    public static Command Create(CommandRunner runner)
    {
        var subject = new Argument<string>("ID|FILE.xml") { Description = "An invoice's id, or a UBL invoice." };
        var supplier = CommandArguments.Handle("--supplier", "With a file: who would submit it.");
        var buyer = CommandArguments.Handle("--buyer", "With a file: who would have to pay.");
        var dueDate = CommandArguments.Date("--due-date", "With a file that states none: its due date.");
        var command = new ExampleCommand("similar", Description, Examples) { subject, supplier, buyer, dueDate };
        runner.Attach(command, run => RunAsync(
            run,
            run.Value(subject)!,
            (run.Value(supplier), run.Value(buyer)),
            new UblReadOptions { DueDate = run.Value(dueDate) }));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        CommandRun run, string subject, (string? Supplier, string? Buyer) parties, UblReadOptions reading)
    {
        if (ResourceNames.TryParseInvoice(subject, out var id))
            return Show(run, await run.Client.Invoices.FindSimilarAsync(id, cancellation: run.Cancellation));
        if (parties is not ({ } supplier, { } buyer))
        {
            throw new UsageException(
                $"'{subject}' is not an invoice's id. If it is a file, say whose: --supplier HANDLE --buyer HANDLE.");
        }

        var read = await UblInvoiceReader.ReadFileAsync(subject, reading, run.Cancellation);
        foreach (var warning in read.Warnings) run.Terminal.Warn($"{warning}");
        if (!read.IsInvoice) return Refuse(run, FileOutcome.Unusable(subject, read.Errors));
        return Show(run, await run.Client.Invoices.FindSimilarAsync(read.Invoice, supplier, buyer, run.Cancellation));
    }

    private static ExitCode Refuse(CommandRun run, FileOutcome outcome)
    {
        foreach (var explanation in outcome.Explanations) run.Terminal.Notes.Write(explanation);
        if (run.Terminal.Json) run.Terminal.Result(outcome.Error!);
        return outcome.Code;
    }

    private static ExitCode Show(CommandRun run, FindSimilarInvoicesResponse answer)
    {
        run.Terminal.Result(answer, SimilarInvoiceView.Table(answer.SimilarInvoices));
        if (answer.SimilarInvoices.Count == 0) run.Terminal.Note("Nothing on the ledger is similar.");
        if (answer.More) run.Terminal.Note("More are similar than are shown.");
        return ExitCode.Done;
    }
}
