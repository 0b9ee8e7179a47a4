using System.Diagnostics;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>A script of the Node.js side, which ends when its input does, so that none outlives the tests.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly string Folder =
        RepositoryFolder.At("tests", "SupplyChainLedger.Grpc.Tests", "Interop", "node");

    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    public static async Task<NodeProcess> StartAsync(string script, params string[] arguments)
    {
        await NodePackages.EnsureAsync(Folder, TestContext.Current.CancellationToken);
        return new NodeProcess(Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException("The Node.js process ended without an answer.");

    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
