using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Devnet;

namespace SupplyChainLedger.Benchmarks.Stage;

/// <summary>The service and its development chain as processes of their own, and what each of them uses.</summary>
internal sealed class LedgerStage : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly RunningService _service;

    private LedgerStage(TemporaryFolder? folder, RunningService service, Uri chain, int chainProcess)
    {
        Chain = chain;
        _folder = folder;
        _service = service;
        Service = new ProcessMeter("service", service.ProcessId);
        Meters =
        [
            Service,
            new ProcessMeter("anvil", chainProcess),
            new ProcessMeter("load", Environment.ProcessId),
        ];
    }

    /// <summary>gRPC over HTTP/2 in plain text.</summary>
    public Uri Grpc => _service.Grpc;

    /// <summary>JSON-RPC of the chain.</summary>
    public Uri Chain { get; }

    /// <summary>Address of the ledger.</summary>
    public Address Ledger => _service.Contracts.Ledger;

    /// <summary>Addresses of both contracts.</summary>
    public (Address Ledger, Address Participants) Contracts => _service.Contracts;

    /// <summary>Id of the development chain.</summary>
    public static ulong ChainId => DevnetChain.ChainId;

    /// <summary>What the service uses.</summary>
    public ProcessMeter Service { get; }

    /// <summary>Service, anvil, and this process, which makes the load.</summary>
    public IReadOnlyList<ProcessMeter> Meters { get; }

    /// <summary>A service that runs already, over a chain of its own; it ends with the stage.</summary>
    public static LedgerStage Around(RunningService service, NodeProcess chain) =>
        new(null, service, chain.Endpoint, chain.ProcessId);

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="settings">More settings of the service.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LedgerStage> StartAsync(IEnumerable<string> settings, CancellationToken cancellation)
    {
        var folder = new TemporaryFolder();
        try
        {
            var service = await RunningService.StartAsync(folder.At("data"), settings, cancellation);
            return new LedgerStage(
                folder, service, service.Chain, ProcessMeter.LastDescendantOf(service.ProcessId));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens the keystore of a demo participant. The caller disposes of the key.</summary>
    public async Task<PrivateKey> OpenKeyAsync(string handle, CancellationToken cancellation)
    {
        var keystore = Path.Combine(_service.DataFolder, "keystore");
        var password = (await File.ReadAllTextAsync(Path.Combine(keystore, "password"), cancellation)).Trim();
        return await KeystoreFile.ReadFileAsync(Path.Combine(keystore, $"{handle}.json"), password, cancellation);
    }

    /// <summary>Keeps the service from using the machine while a peer is measured.</summary>
    public async Task PauseAsync(CancellationToken cancellation)
    {
        ProcessSignal.Stop(_service.ProcessId);
        // It may have been about to save the chain, for which it holds up the mining.
        using var chain = new DevnetControl(Chain);
        await chain.StartMiningAsync(cancellation);
    }

    /// <summary>Lets it go on.</summary>
    public void Resume() => ProcessSignal.Continue(_service.ProcessId);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder?.Dispose();
    }
}
