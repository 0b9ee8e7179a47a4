using System.Net;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// The embedded development chain: an anvil process that is started with the saved chain, saved when it pauses,
/// started again when it dies, and ended with the service.
/// </summary>
internal sealed class DevnetChain : IAsyncDisposable
{
    /// <summary>The devnet's chain id (EIP-155).</summary>
    public const ulong ChainId = 712_712;

    private const string SentAgain = "their intents are sent again at the next start.";

    private static readonly TimeSpan SaveLimit = TimeSpan.FromSeconds(2.5);

    private readonly string _packages;
    private readonly DevnetSettings _settings;
    private readonly SavedChain _saved;
    private readonly Action<string> _notice;
    private readonly SemaphoreSlim _saving = new(1);
    private IPEndPoint _endPoint;
    private AnvilProcess? _process;
    private AnvilClient? _client;
    private ulong? _savedHead;

    private DevnetChain(string packages, DevnetSettings settings, SavedChain saved, Action<string> notice)
    {
        _packages = packages;
        _settings = settings;
        _saved = saved;
        _notice = notice;
        _endPoint = settings.EndPoint;
    }

    /// <summary>Its JSON-RPC; stays the same when it has to be started again.</summary>
    public Uri RpcUrl => new($"http://{_endPoint}");

    /// <summary>Calls that only anvil understands.</summary>
    public AnvilClient Anvil => _client ?? throw new InvalidOperationException("The development chain is not started.");

    /// <summary>Completes when the process has ended by itself.</summary>
    public Task Died => _process?.Exited ?? Task.CompletedTask;

    /// <summary>Fetches anvil where needed and starts it with what is saved.</summary>
    /// <param name="settings">Where it listens and what it keeps.</param>
    /// <param name="folder">The folder in which the chain is saved.</param>
    /// <param name="notice">Told what takes long or is out of the ordinary, a line at a time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartupFault">It does not start; the message says why.</exception>
    public static async Task<DevnetChain> StartAsync(
        DevnetSettings settings, string folder, Action<string> notice, CancellationToken cancellation)
    {
        var packages = DevnetPackages.Locate(settings.Folder);
        await DevnetPackages.EnsureInstalledAsync(packages, notice, cancellation);
        var chain = new DevnetChain(packages, settings, new SavedChain(folder), notice);
        await chain.StartProcessAsync(cancellation);
        return chain;
    }

    /// <summary>Starts it once more after it died, with the chain as it was last saved.</summary>
    /// <exception cref="StartupFault">It does not start.</exception>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = null;
        await StartProcessAsync(cancellation);
    }

    /// <summary>Saves the chain when it has blocks that are not saved yet.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        try
        {
            var head = await Anvil.Chain.GetBlockNumberAsync(cancellation);
            if (head == _savedHead) return false;
            await _saved.SaveAsync(Anvil.DumpStateAsync, cancellation);
            _savedHead = head;
            return true;
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Saves the newest blocks and ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { Exited.IsCompleted: false })
        {
            using var limit = new CancellationTokenSource(SaveLimit);
            try
            {
                await SaveAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _notice($"The newest blocks could not be saved within {SaveLimit.TotalSeconds} s; {SentAgain}");
            }
            catch (Exception fault) when (fault is JsonRpcException or IOException)
            {
                _notice($"The newest blocks could not be saved: {fault.Message.TrimEnd('.')}; {SentAgain}");
            }
        }

        if (_process is not null) await _process.DisposeAsync();
        _client?.Dispose();
        _saving.Dispose();
    }

    private async Task StartProcessAsync(CancellationToken cancellation)
    {
        string[] load = _saved.Unpack(_notice) is { } file ? ["--load-state", file] : [];
        try
        {
            _process = await AnvilProcess.StartAsync(_packages, [.. Arguments(), .. load], cancellation);
        }
        finally
        {
            _saved.Discard();
        }

        _endPoint = new IPEndPoint(_endPoint.Address, _process.Port);
        _client ??= new AnvilClient(RpcUrl);
        await _client.SilenceAsync(cancellation);
        _savedHead = load.Length == 0 ? null : await _client.Chain.GetBlockNumberAsync(cancellation);
    }

    private string[] Arguments() =>
    [
        "--host", $"{_endPoint.Address}", "--port", $"{_endPoint.Port}",
        "--chain-id", $"{ChainId}",
        "--accounts", "0",
        "--no-cors",
        "--no-request-size-limit",

        // A block of one full batch stays below half, so that the base fee does not climb.
        "--gas-limit", "200000000",

        // Without it anvil writes the state of every block to the home folder, and leaves it there when it is killed.
        "--prune-history", $"{_settings.StateHistory}",
        "--cache-path", _saved.Folder,
        "--color", "never",
    ];
}
