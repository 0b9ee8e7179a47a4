using System.Diagnostics;

namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>The processes of this machine (Linux).</summary>
public static class ProcessTable
{
    /// <summary>Ids of the processes whose command line contains a text, such as the path of a data folder.</summary>
    public static IReadOnlyList<int> Mentioning(string text) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let name = Path.GetFileName(folder)
           where name.All(char.IsAsciiDigit) && CommandLine(folder).Contains(text, StringComparison.Ordinal)
           select int.Parse(name, System.Globalization.CultureInfo.InvariantCulture),
    ];

    /// <summary>Completes when the process has ended.</summary>
    public static async Task WaitForEndAsync(int processId, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync(cancellation);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It ended while the folder was listed.
            return "";
        }
    }
}
