using Spectre.Console;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>A progress bar where a person watches, nothing where none does.</summary>
internal static class SubmissionProgress
{
    /// <summary>Runs work that reports each finished file.</summary>
    public static async Task RunAsync(Terminal terminal, int files, Func<Action, Task> work)
    {
        if (!terminal.CanShowProgress)
        {
            await work(static () => { });
            return;
        }

        var profile = terminal.Notes.Profile;
        var width = profile.Width;
        profile.Width = profile.Out.Width; // a bar has to fit
        terminal.IsAboveBar = true;
        await terminal.Notes.Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask($"{files} invoices", maxValue: files);
                return work(() => bar.Increment(1));
            });
        terminal.IsAboveBar = false;
        profile.Width = width;
    }
}
