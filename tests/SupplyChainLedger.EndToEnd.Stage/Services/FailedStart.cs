using System.Diagnostics;

namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>A start that was expected to end by itself.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Errors">Lines of standard error.</param>
public sealed record FailedStart(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    /// <summary>Waits until a service that was just started has given up.</summary>
    public static async Task<FailedStart> OfAsync(Process process, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(process);
        using var _ = process;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new FailedStart(process.ExitCode, Lines(await output), Lines(await errors));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The one line on standard error, after checking that it is one and that the exit code is 1.</summary>
    public string OnlyLine() => ExitCode == 1 && Errors is [var line]
        ? line
        : throw new InvalidOperationException(
            $"One line and exit code 1 were expected, not exit code {ExitCode} with: {string.Join('\n', Errors)}");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
