using System.Diagnostics;
using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Faults.Invariants;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>
/// All that a scenario plays on: the service's process, a real chain behind a proxy that can misbehave, real files in a
/// temporary folder, and a load of signed intents.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>Blocks that make one final, unless a scenario says otherwise.</summary>
    public const int FinalityDepth = 6;

    private readonly TemporaryFolder _folder;
    private readonly NetworkTemplate _network;
    private readonly NodeProcess _node;
    private RunningService? _service;
    private Load? _load;
    private string? _authority;

    private Stage(TemporaryFolder folder, NetworkTemplate network, NodeProcess node, NodeProxy proxy, int seed)
    {
        _folder = folder;
        _network = network;
        _node = node;
        Proxy = proxy;
        Random = new Random(seed);
        DataFolder = folder.At("data");
        Chain = new DevnetControl(node.Endpoint);
        Reader = new DevnetReader(node.Endpoint);
    }

    /// <summary>All chance of the scenario.</summary>
    public Random Random { get; }

    /// <summary>Between the service and the node.</summary>
    public NodeProxy Proxy { get; }

    /// <summary>The node's own strings, to pull.</summary>
    public DevnetControl Chain { get; }

    /// <summary>The chain itself, past the proxy.</summary>
    public DevnetReader Reader { get; }

    /// <summary>The service's process.</summary>
    public RunningService Service => _service ?? throw new InvalidOperationException("The service is not started.");

    /// <summary>Whether the service runs.</summary>
    public bool IsRunning => _service is { HasEnded: false };

    /// <summary>What is sent to it.</summary>
    public Load Load => _load ?? throw new InvalidOperationException("The service is not started.");

    /// <summary>Where the service keeps everything.</summary>
    public string DataFolder { get; set; }

    /// <summary>Addresses of the contracts.</summary>
    public (Address Ledger, Address Participants) Contracts => _network.First.Contracts;

    /// <summary>Id of the node's process.</summary>
    public int NodeProcessId => _node.ProcessId;

    /// <summary>Prepares everything but the service.</summary>
    public static async Task<Stage> OpenAsync(NetworkTemplate network, int seed, CancellationToken cancellation)
    {
        var folder = new TemporaryFolder();
        var node = await NodeProcess.StartAsync(network.SavedChain, folder.Path, [], cancellation);
        var stage = new Stage(folder, network, node, await NodeProxy.StartAsync(node.Endpoint, cancellation), seed);
        await stage.Chain.SilenceAsync(cancellation);

        // anvil has no state of the blocks that it has loaded, and cannot go back to one of them.
        await stage.Chain.MineAsync(2 * FinalityDepth, cancellation);
        stage.CopyKeysTo(stage.DataFolder);
        return stage;
    }

    /// <summary>Makes a data folder with the network's keys, and nothing else.</summary>
    public void CopyKeysTo(string dataFolder)
    {
        _network.CopyTo(dataFolder);
        Directory.Delete(Path.Combine(dataFolder, "devnet"), recursive: true);
        foreach (var file in Directory.GetFiles(dataFolder, "*.db*")) File.Delete(file);
    }

    /// <summary>A path beside the data folder.</summary>
    public string At(string name) => _folder.At(name);

    /// <summary>Starts the service, or starts it again at the same address.</summary>
    /// <param name="settings">What differs from the stage's own settings.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How long it took until it served.</returns>
    public async Task<TimeSpan> StartAsync(IEnumerable<string> settings, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await TakeAsync(
            RunningService.StartAsync(DataFolder, SettingsFor(DataFolder, settings), cancellation), cancellation);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <inheritdoc cref="StartAsync(IEnumerable{string}, CancellationToken)"/>
    public Task<TimeSpan> StartAsync(CancellationToken cancellation) => StartAsync([], cancellation);

    /// <summary>Starts the service with variables of its environment.</summary>
    /// <exception cref="InvalidOperationException">It has ended instead.</exception>
    public Task StartWithAsync(
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellation) => TakeAsync(
        RunningService.StartAsync(
            DataFolder,
            ServiceCommand.Start(
                [.. ServiceCommand.SettingsFor(DataFolder), .. SettingsFor(DataFolder, [])], environment),
            cancellation),
        cancellation);

    /// <summary>Starts a build of the service that kills itself at a fail point.</summary>
    /// <param name="point">Name of the point.</param>
    /// <param name="pass">At which pass, from 1.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task StartDoomedAsync(string point, int pass, CancellationToken cancellation) => TakeAsync(
        RunningService.StartAsync(DataFolder, FailPointBuild.Start(
            [.. ServiceCommand.SettingsFor(DataFolder), .. SettingsFor(DataFolder, [])], point, pass), cancellation),
        cancellation);

    /// <summary>Starts a service that is expected to give up.</summary>
    public Task<FailedStart> FailToStartAsync(CancellationToken cancellation) => FailedStart.OfAsync(
        ServiceCommand.Start([.. ServiceCommand.SettingsFor(DataFolder), .. SettingsFor(DataFolder, [])]),
        cancellation);

    /// <summary>Starts a service on an empty folder over the same chain, which has nothing but the chain to go by.
    /// </summary>
    public Task<RunningService> StartFreshAsync(string name, CancellationToken cancellation)
    {
        var data = _folder.At(name);
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(DataFolder, "network.key"), Path.Combine(data, "network.key"), overwrite: true);
        return RunningService.StartAsync(data, [.. NetworkSettings(_node.Endpoint)], cancellation);
    }

    /// <summary>The command line of a service over the stage's chain.</summary>
    public string[] SettingsFor(string dataFolder, IEnumerable<string> more)
    {
        string[] address = _authority is null || dataFolder != DataFolder ? [] : [$"--Endpoints:Grpc={_authority}"];
        return [.. NetworkSettings(Proxy.Endpoint), .. address, .. more];
    }

    /// <summary>Checks the invariants now, beside the check that follows every scenario.</summary>
    public Task CheckAsync(CancellationToken cancellation) => InvariantCheck.RequireAsync(this, cancellation);

    /// <summary>Waits until every acknowledged intent has come to its end, over an honest node.</summary>
    public Task RestAsync(CancellationToken cancellation) => Rest.ComeToAsync(this, cancellation);

    /// <summary>Some of many, drawn by the scenario's chance.</summary>
    public IReadOnlyList<T> Sample<T>(IReadOnlyList<T> all, int count) =>
        all.Count <= count ? all : [.. Random.GetItems([.. all], count).Distinct()];

    /// <summary>Adds blocks and waits until the service has indexed them.</summary>
    public async Task MineAsync(int blocks, CancellationToken cancellation)
    {
        await Chain.MineAsync(blocks, cancellation);
        await UntilIndexedAsync(cancellation);
    }

    /// <summary>
    /// Replaces the newest blocks while nobody sends anything: what anvil mines at the same time may leave its chain
    /// with a gap, on a busy machine above all.
    /// </summary>
    public async Task ReorganiseAsync(int depth, CancellationToken cancellation)
    {
        var service = IsRunning ? Service.ProcessId : (int?)null;
        if (service is { } running) ProcessSignal.Stop(running);
        try
        {
            await Patience.UntilAsync(
                "the node had mined all it has",
                async () => !await Chain.HasWaitingAsync(cancellation),
                cancellation);
            await Chain.ReorganiseAsync(depth, cancellation);
        }
        finally
        {
            if (service is { } frozen) ProcessSignal.Continue(frozen);
        }
    }

    /// <summary>Waits until the service says that it is not ready, for a reason with these words.</summary>
    public async Task UntilNotReadyAsync(string words, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var said = "";
        await Patience.UntilAsync(() => $"readiness said '{words}', and not '{said}'", async () =>
        {
            using var answer = await http.GetAsync(new Uri(Service.Web, "/readyz"), cancellation);
            said = (await answer.Content.ReadAsStringAsync(cancellation)).Trim();
            return !answer.IsSuccessStatusCode && said.Contains(words, StringComparison.Ordinal);
        }, cancellation);
    }

    /// <summary>Waits until the service says that it is ready.</summary>
    public async Task UntilReadyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        await Patience.UntilAsync("the service was ready", async () =>
        {
            using var answer = await http.GetAsync(new Uri(Service.Web, "/readyz"), cancellation);
            return answer.IsSuccessStatusCode;
        }, cancellation);
    }

    /// <summary>Waits until blocks have taken everything that was accepted.</summary>
    public Task UntilTakenAsync(CancellationToken cancellation) => Patience.UntilAsync(
        "blocks have taken all intents",
        async () => (await Load.Supplier.Client.GetStatusAsync(cancellation)).OutboxDepth == 0,
        cancellation);

    /// <summary>Waits until the index stands where the chain does.</summary>
    public async Task UntilIndexedAsync(CancellationToken cancellation)
    {
        await Patience.UntilAsync("the index has caught up", async () =>
        {
            var head = await Reader.Chain.GetBlockNumberAsync(cancellation);
            var status = await Load.Supplier.Client.GetStatusAsync(cancellation);
            return status.Indexed is { } indexed && indexed.BlockNumber == head;
        }, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _load?.Dispose();
        if (_service is not null)
        {
            if (!_service.HasEnded) await _service.KillAsync(CancellationToken.None);
            await _service.DisposeAsync();
        }

        Chain.Dispose();
        Reader.Dispose();
        await Proxy.DisposeAsync();
        await _node.DisposeAsync();
        _folder.Dispose();
    }

    private async Task TakeAsync(Task<RunningService> starting, CancellationToken cancellation)
    {
        if (_service is not null) await _service.DisposeAsync();
        _service = null;
        _service = await starting;
        _authority ??= _service.Grpc.Authority;
        _load ??= await Load.OpenAsync(_service, cancellation);
    }

    private IEnumerable<string> NetworkSettings(Uri node) =>
    [
        "--Devnet:Enabled=false",
        $"--Chain:RpcUrl={node}",
        "--Chain:ChainId=712712",
        $"--Chain:LedgerAddress={Contracts.Ledger}",
        $"--Chain:ParticipantsAddress={Contracts.Participants}",
        "--Chain:DeploymentBlock=1",
        $"--Chain:FinalityDepth={FinalityDepth}",
        "--Indexing:PollInterval=0.05",
    ];
}
