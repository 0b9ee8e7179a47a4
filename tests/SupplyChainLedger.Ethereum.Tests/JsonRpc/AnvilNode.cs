using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>An anvil of its own on a free port; it mines a block for each transaction until told otherwise.</summary>
public sealed class AnvilNode : IAsyncLifetime
{
    // The first account of the mnemonic that anvil funds by itself; everybody knows its key.
    private const string FundedKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    private Process? _launcher;
    private JsonRpcClient? _rpc;

    public PrivateKey Funded { get; } = PrivateKey.FromBytes(Hex.Decode(FundedKey));

    /// <summary>The fork whose rules it has.</summary>
    internal string Hardfork { get; init; } = "london";

    internal JsonRpcClient Rpc => _rpc ?? throw new InvalidOperationException("anvil has not been started.");

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = RepositoryFolder.At("devnet");
        await NodePackages.EnsureAsync(folder, cancellation);
        _launcher = Process.Start(
            new ProcessStartInfo("node", ["anvil.mjs", "--port", "0", "--hardfork", Hardfork])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
        var announced = JsonNode.Parse((await _launcher.StandardOutput.ReadLineAsync(cancellation))!)!;
        _rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = new Uri($"http://127.0.0.1:{announced["port"]}/") });
    }

    public Task SetAutomineAsync(bool on) =>
        Rpc.CallAsync(new JsonRpcRequest("evm_setAutomine", on), _ => true, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _rpc?.Dispose();
        Funded.Dispose();
        if (_launcher is null) return;
        _launcher.StandardInput.Close();
        await _launcher.WaitForExitAsync(CancellationToken.None);
        _launcher.Dispose();
    }
}
