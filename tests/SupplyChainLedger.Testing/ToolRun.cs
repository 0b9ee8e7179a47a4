using System.ComponentModel;
using System.Diagnostics;

namespace SupplyChainLedger.Testing;

/// <summary>What a command-line tool did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Both streams, for a failing assertion to show.</summary>
    public string Everything => $"exit code {ExitCode}\n{Output}\n{Errors}";

    /// <summary>Runs a tool to its end; kills it with its children when cancelled.</summary>
    public static async Task<ToolRun> OfAsync(
        string folder, string tool, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(tool)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new ToolRun(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"{start.FileName} is needed on the PATH: {fault.Message}", fault);
        }
    }
}
