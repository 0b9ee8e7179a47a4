namespace SupplyChainLedger.EndToEnd.Tests.Running;

/// <summary>A start that was expected to end by itself.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Errors">Lines of standard error.</param>
public sealed record FailedStart(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    /// <summary>Starts the service and waits until it has given up.</summary>
    public static async Task<FailedStart> OfAsync(
        IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = ServiceCommand.Start(settings, environment);
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
    public string OnlyLine()
    {
        Assert.Equal(1, ExitCode);
        return Assert.Single(Errors);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
