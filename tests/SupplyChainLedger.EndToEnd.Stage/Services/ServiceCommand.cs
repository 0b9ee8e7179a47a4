using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>The built service as a command: what <c>dotnet run</c> starts, without the build before it.</summary>
public static class ServiceCommand
{
    /// <summary>The .NET host, by its full path, so that a test can take the PATH away.</summary>
    public static string Host { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(),
        "../../..",
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, "SupplyChainLedger.Service.dll");

    /// <summary>All ports free ones, and this data folder.</summary>
    public static string[] SettingsFor(string dataFolder) =>
    [
        $"--Data={dataFolder}",
        "--Endpoints:Grpc=127.0.0.1:0",
        "--Endpoints:Web=127.0.0.1:0",
        "--Devnet:Endpoint=127.0.0.1:0",
    ];

    /// <summary>Starts it with its output redirected.</summary>
    /// <param name="settings">Its command line.</param>
    /// <param name="environment">Variables that it gets beside those of this process.</param>
    /// <param name="program">Another build of it; null for the one beside this program.</param>
    public static Process Start(
        IEnumerable<string> settings,
        IReadOnlyDictionary<string, string>? environment = null,
        string? program = null)
    {
        var start = new ProcessStartInfo(Host, [program ?? Program, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
