using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>A development chain in a process of its own, which outlives the services that work on it.</summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _launcher;

    private NodeProcess(Process launcher, int processId, Uri endpoint)
    {
        _launcher = launcher;
        ProcessId = processId;
        Endpoint = endpoint;
    }

    /// <summary>Id of anvil itself.</summary>
    public int ProcessId { get; }

    /// <summary>Its JSON-RPC.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts it with a saved chain and waits until it listens.</summary>
    /// <param name="savedChain">Gzip of what anvil loads; null for an empty chain.</param>
    /// <param name="folder">Where it may write.</param>
    /// <param name="settings">More of anvil's own arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<NodeProcess> StartAsync(
        string? savedChain, string folder, IEnumerable<string> settings, CancellationToken cancellation)
    {
        var devnet = RepositoryFolder.At("devnet");
        await NodePackages.EnsureAsync(devnet, cancellation);
        string[] load = savedChain is null
            ? []
            : ["--load-state", await UnpackAsync(savedChain, folder, cancellation)];
        var start = new ProcessStartInfo("node", [.. Arguments(folder), .. load, .. settings])
        {
            WorkingDirectory = devnet,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var launcher = Process.Start(start)!;
        var announced = JsonNode.Parse(await launcher.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new InvalidOperationException("The development chain does not start."))!;
        return new NodeProcess(
            launcher, (int)announced["pid"]!, new Uri($"http://127.0.0.1:{(int)announced["port"]!}/"));
    }

    /// <summary>Ends it; what it holds is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _launcher.StandardInput.Close();
        await _launcher.WaitForExitAsync(CancellationToken.None);
        _launcher.Dispose();
    }

    // As the service runs it, but for the state of past blocks: reorganisations go further back here.
    private static string[] Arguments(string folder) =>
    [
        "anvil.mjs", "--port", "0", "--chain-id", "712712", "--accounts", "0", "--no-request-size-limit",
        "--gas-limit", "60000000", "--cache-path", folder, "--color", "never",
    ];

    private static async Task<string> UnpackAsync(string savedChain, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, "chain.json");
        await using var packed = File.OpenRead(savedChain);
        await using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        await using var unpacked = File.Create(path);
        await unpacking.CopyToAsync(unpacked, cancellation);
        return path;
    }
}
