using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute credit-notes</c></summary>
internal static class DisputeCreditNotesCommand
{
    private const string Description = """
        List credit notes, newest first. Filters are combined.
        """;

    private const string Examples = """
        scl dispute credit-notes --holder bank-east --state proposed
        """;

    public static Command Create(CommandRunner runner)
    {
        var receivable = CommandArguments.OfReceivable();
        var supplier = CommandArguments.Handle("--supplier", "Only those of this supplier.");
        var holder = CommandArguments.Handle("--holder", "Only on holdings of this holder.");
        var state = CommandArguments.OneOf<CreditNoteState>("--state", "Only those in this state.");
        var command = new ListCommand("credit-notes", Description, Examples) { receivable, supplier, holder, state };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListCreditNotesRequest
            {
                Receivable = run.Name(receivable),
                Supplier = run.Name(supplier),
                Holder = run.Name(holder),
                State = run.Value(state),
            },
            run.Client.Disputes.ListCreditNotesAsync,
            static page => CorrectionView.Table(page.CreditNotes),
            static page => (page.CreditNotes.Count, "credit notes")));
        return command;
    }
}
