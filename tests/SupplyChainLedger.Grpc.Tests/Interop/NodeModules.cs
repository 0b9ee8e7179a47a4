using System.Diagnostics;
using SupplyChainLedger.Grpc.Tests.Interop;

[assembly: AssemblyFixture(typeof(NodeModules))]

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>The official gRPC library for Node.js, installed before the tests when it is missing or outdated.</summary>
public sealed class NodeModules : IAsyncLifetime
{
    /// <summary>The folder of the Node.js side.</summary>
    public static string Folder { get; } = Path.Combine(ProjectFolder(), "Interop", "node");

    public async ValueTask InitializeAsync()
    {
        var wanted = Path.Combine(Folder, "package-lock.json");
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
            return;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--ignore-scripts"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var outputs = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm install failed in {Folder}:\n{string.Concat(outputs)}");
        File.SetLastWriteTimeUtc(installed, DateTime.UtcNow);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string ProjectFolder([System.Runtime.CompilerServices.CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, ".."));
}
