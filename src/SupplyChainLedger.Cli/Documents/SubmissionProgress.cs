using Spectre.Console;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>A progress bar where a person watches, nothing where none does.</summary>
internal static class SubmissionProgress
{
    /// <summary>Runs work that reports each finished file.</summary>
    public static Task RunAsync(Terminal terminal, int files, Func<Action, Task> work) => terminal.CanShowProgress
        ? terminal.Notes.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask($"{files} invoices", maxValue: files);
                return work(() => bar.Increment(1));
            })
        : work(static () => { });
}
