using System.Diagnostics.Metrics;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting.Settings;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// What all parts stand on and what is settled before any of them is made: the data folder, the relay's key, and a
/// chain that has proved to be the right one.
/// </summary>
internal sealed class Foundation : IAsyncDisposable
{
    private const string RelayKeyName = "relay";

    private readonly JsonRpcClient _rpc;

    private Foundation(
        ServiceSettings settings, DataFolder data, PrivateKey relayKey, DevnetChain? devnet, JsonRpcClient rpc,
        LedgerNetwork network, FingerprintKey fingerprintKey, Meter meter)
    {
        Meter = meter;
        Settings = settings;
        Data = data;
        RelayKey = relayKey;
        Devnet = devnet;
        Network = network;
        FingerprintKey = fingerprintKey;
        _rpc = rpc;
        Chain = new ChainClient(rpc);
    }

    /// <summary>What everything is measured with.</summary>
    public Meter Meter { get; }

    /// <summary>Everything that is configured.</summary>
    public ServiceSettings Settings { get; }

    /// <summary>Where everything is kept; this process owns it.</summary>
    public DataFolder Data { get; }

    /// <summary>Pays for transactions; can bind nobody.</summary>
    public PrivateKey RelayKey { get; }

    /// <summary>The embedded development chain; null when the service works on another network.</summary>
    public DevnetChain? Devnet { get; }

    /// <summary>The chain's node.</summary>
    public IChainClient Chain { get; }

    /// <summary>Chain and contracts.</summary>
    public LedgerNetwork Network { get; }

    /// <summary>The network's key for fingerprints.</summary>
    public FingerprintKey FingerprintKey { get; }

    /// <summary>Takes the data folder, then starts the development chain or checks the configured one.</summary>
    /// <param name="settings">Everything that is configured.</param>
    /// <param name="notice">Told what takes long or is out of the ordinary, a line at a time.</param>
    /// <param name="cancellation">Gives up and leaves nothing running.</param>
    /// <exception cref="StartupFault">Something is not as it must be; the message says what to do.</exception>
    public static async Task<Foundation> LayAsync(
        ServiceSettings settings, Action<string> notice, CancellationToken cancellation)
    {
        var data = DataFolder.Open(settings.DataFolder);
        DevnetChain? devnet = null;
        try
        {
            PortCheck.RequireFree(settings.Endpoints.Grpc, "Endpoints:Grpc", "gRPC");
            PortCheck.RequireFree(settings.Endpoints.Web, "Endpoints:Web", "the web endpoint");
            if (settings.Endpoints.Metrics is { } metrics)
                PortCheck.RequireFree(metrics, "Endpoints:Metrics", "the page of metrics");
            var keys = KeyFolder.Open(data.Keystore);
            var fingerprintKey = NetworkKeyFile.Read(settings.NetworkKeyFile, data);
            if (settings.Devnet.Enabled)
            {
                PortCheck.RequireFree(settings.Devnet.EndPoint, "Devnet:Endpoint", "the development chain");
                devnet = await DevnetChain.StartAsync(settings.Devnet, data.Devnet, notice, cancellation);
            }

            var relayKey = await keys.LoadOrDrawAsync(RelayKeyName, cancellation);
            var meter = new Meter(ServiceMeter.Name);
            var rpc = new JsonRpcClient(new JsonRpcOptions
            {
                Observer = new NodeMetrics(meter),
                Endpoint = devnet?.RpcUrl ?? ConfiguredNetwork.RpcUrlOf(settings.Chain),
            });
            var network = devnet is null
                ? await ConfiguredNetwork.VerifyAsync(settings.Chain, new ChainClient(rpc), cancellation)
                : await DevnetNetwork.PrepareAsync(
                    devnet, keys, relayKey.Address, settings.Chain.FinalityDepth ?? 0, cancellation);
            return new Foundation(settings, data, relayKey, devnet, rpc, network, fingerprintKey, meter);
        }
        catch
        {
            if (devnet is not null) await devnet.DisposeAsync();
            data.Dispose();
            throw;
        }
    }

    /// <summary>Saves and ends the development chain, and gives the data folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        Meter.Dispose();
        RelayKey.Dispose();
        if (Devnet is not null) await Devnet.DisposeAsync();
        Data.Dispose();
    }
}
