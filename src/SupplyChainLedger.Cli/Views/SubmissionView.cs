using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Documents;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Many submissions for people.</summary>
internal static class SubmissionView
{
    public static IRenderable Table(IEnumerable<FileOutcome> outcomes)
    {
        var table = new AlignedTable("FILE", "NUMBER", ">AMOUNT", "DUE", "STATE", "INVOICE");
        foreach (var outcome in outcomes.Where(outcome => outcome.Response is not null))
        {
            var (intent, record) = (outcome.Response!.Intent, outcome.Response.Invoice);
            var claim = intent.Action?.SubmitInvoice;
            table.Add(
                outcome.File,
                record?.Number ?? claim?.Number ?? "",
                Show.Amount(record?.Amount ?? claim?.Amount),
                Show.Day(record?.DueDate ?? claim?.DueDate),
                record is null ? Show.Word(intent.State) : Show.Word(record.State),
                intent.Invoice);
        }

        return table.Content;
    }

    public static string Summary(IReadOnlyList<FileOutcome> outcomes)
    {
        var waiting = outcomes.Count(outcome => outcome.Response is { Invoice: null });
        var unanswered = outcomes.Count(outcome => outcome.Code == ExitCode.OutOfReach);
        return string.Join(", ", new[]
        {
            $"{outcomes.Count(outcome => outcome.Response is { Invoice: not null })} recorded",
            waiting == 0 ? null : $"{waiting} accepted",
            $"{outcomes.Count(outcome => outcome.Code == ExitCode.Refused)} refused",
            unanswered == 0 ? null : $"{unanswered} without an answer (submit them again: nothing is recorded twice)",
        }.Where(part => part is not null)) + ".";
    }
}
