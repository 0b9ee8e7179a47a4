using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>All stages running as in the service, over the real contracts on a real anvil.</summary>
internal sealed class AnvilBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-anvil-");
    private readonly PrivateKey _relayKey = PrivateKey.Generate();
    private Nonce _nonce = Nonce.FirstOfRandomRun();
    private DevnetChain _devnet = null!;
    private DataFolder _data = null!;
    private JsonRpcClient _rpc = null!;
    private PrivateKey _supplierKey = null!;
    private ParticipantId _supplier;
    private ParticipantId _buyer;
    private LedgerNetwork _network = null!;
    private IHost _host = null!;

    private AnvilBench()
    {
    }

    public RelayAccount Account => new(_relayKey);

    public LedgerNetwork Network => _network;

    public ChainClient Chain { get; private set; } = null!;

    public PrivateKey SupplierKey => _supplierKey;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AnvilBench> StartAsync(RelayOptions? relay = null, uint finalityDepth = 3)
    {
        var bench = new AnvilBench();
        await bench.PrepareAsync(finalityDepth);
        bench._host = bench.Build(relay ?? new RelayOptions { CheckInterval = TimeSpan.FromMilliseconds(100) });
        await bench._host.StartAsync(Cancellation);
        await bench._host.Services.GetRequiredService<Readiness>().FirstReady.WaitAsync(Cancellation);
        return bench;
    }

    public SubmitInvoice Submission(int number) => new(
        _supplier,
        _buyer,
        $"ANVIL-{number.ToString(CultureInfo.InvariantCulture)}",
        TypeCode: 380,
        EpochDay.FromDate(new DateOnly(2026, 1, 10)),
        EpochDay.FromDate(new DateOnly(2026, 4, 10)),
        "EUR",
        Amount: 1000,
        Hash32.Zero,
        NextNonce(),
        (ulong)DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds());

    private TypedDataDomain Domain => LedgerDomain.Of(_network.ChainId, _network.Ledger);

    public Task<OutboxEntry> AcceptAsync(LedgerIntent intent) => _host.Services.GetRequiredService<IntentIntake>()
        .AcceptAsync(intent, intent.Digest(Domain), Sign(intent).ToBytes(), Cancellation);

    public Signature Sign(LedgerIntent intent) => intent.Sign(Domain, _supplierKey);

    public async Task<IReadOnlyList<OutboxEntry>> SubmitAsync(int count) =>
        await Task.WhenAll(Enumerable.Range(1, count).Select(number => AcceptAsync(Submission(number))));

    /// <summary>Waits until all of them have got there.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> WaitAsync(IEnumerable<OutboxEntry> entries, WaitFor waitFor)
    {
        var progress = _host.Services.GetRequiredService<IntentProgress>();
        return await Task.WhenAll(entries.Select(entry => progress.WaitAsync(entry.Hash, waitFor, Cancellation)));
    }

    /// <summary>Waits until an entry is as wanted.</summary>
    public async Task<OutboxEntry> WaitUntilAsync(OutboxEntry entry, Func<OutboxEntry, bool> isWanted)
    {
        var reached = new TaskCompletionSource<OutboxEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(OutboxEntry now)
        {
            if (now.Hash == entry.Hash && isWanted(now)) reached.TrySetResult(now);
        }

        void LookAtAll(IReadOnlyList<OutboxChange> committed)
        {
            foreach (var (now, _) in committed) Look(now);
        }

        var changes = _host.Services.GetRequiredService<OutboxChanges>();
        changes.Committed += LookAtAll;
        try
        {
            Look(_host.Services.GetRequiredService<IntentLog>().Find(entry.Hash)!);
            return await reached.Task.WaitAsync(Cancellation);
        }
        finally
        {
            changes.Committed -= LookAtAll;
        }
    }

    /// <summary>Waits until the node has the entry's newest transaction.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The transaction that it had before, when another one is expected.</param>
    public async Task<Hash32> WaitUntilSentAsync(OutboxEntry entry, Hash32? before = null)
    {
        var sent = await WaitUntilAsync(
            entry, one => one.TransactionHash is not null && one.TransactionHash != before);

        // It is on the disk; nobody but the node knows when it is there too.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await Chain.GetTransactionAsync(sent.TransactionHash!.Value, Cancellation) is null)
            await timer.WaitForNextTickAsync(Cancellation);
        return sent.TransactionHash.Value;
    }

    /// <summary>Waits until the relay reports something like this as being in its way.</summary>
    public async Task WaitForObstacleAsync(string words)
    {
        var reported = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var readiness = _host.Services.GetRequiredService<Readiness>();
        void Look()
        {
            if (readiness.Reasons.Any(reason => reason.Contains(words, StringComparison.Ordinal)))
                reported.TrySetResult();
        }

        readiness.Changed += Look;
        Look();
        await reported.Task.WaitAsync(Cancellation);
        readiness.Changed -= Look;
    }

    /// <summary>Calls what only anvil understands.</summary>
    public Task CallAsync(string method, params JsonNode?[] parameters) =>
        _rpc.CallAsync(new JsonRpcRequest(method, parameters), static _ => true, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _rpc.Dispose();
        await _devnet.DisposeAsync();
        _data.Dispose();
        _relayKey.Dispose();
        _supplierKey.Dispose();
        _folder.Delete(recursive: true);
    }

    private Nonce NextNonce()
    {
        lock (_folder)
        {
            var drawn = _nonce;
            _nonce = _nonce.Next();
            return drawn;
        }
    }

    private async Task PrepareAsync(uint finalityDepth)
    {
        _data = DataFolder.Open(_folder.FullName);
        _devnet = await DevnetChain.StartAsync(
            new DevnetSettings(true, new IPEndPoint(IPAddress.Loopback, 0), Folder: null, StateHistory: 64),
            _data.Devnet,
            static _ => { },
            Cancellation);
        var keys = KeyFolder.Open(_data.Keystore);
        _network = await DevnetNetwork.PrepareAsync(
            _devnet, keys, _relayKey.Address, finalityDepth, Cancellation);
        _rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = _devnet.RpcUrl });
        Chain = new ChainClient(_rpc);
        _supplierKey = await keys.LoadOrDrawAsync("tier1-brakes", Cancellation);
        _supplier = await FindAsync("tier1-brakes");
        _buyer = await FindAsync("core-motors");
    }

    private async Task<ParticipantId> FindAsync(string handle) => ParticipantsCalls.ParticipantByHandle.DecodeResult(
        await Chain.CallAsync(
            new CallRequest
            {
                To = _network.Participants,
                Data = ParticipantsCalls.ParticipantByHandle.EncodeCall(handle),
            },
            BlockTag.Latest,
            Cancellation));

    private IHost Build(RelayOptions relay)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(static _ => new Meter("tests"))
            .AddSingleton(static _ => new ServiceTracing("tests"))
            .AddSingleton<Readiness>()
            .AddSingleton(_data)
            .AddSingleton(_network)
            .AddSingleton(IndexBench.FingerprintKey)
            .AddSingleton<IChainClient>(Chain)
            .AddSingleton(Account)
            .AddIntake(new IntakeOptions())
            .AddRelay(relay)
            .AddIndexing(new IndexingOptions { Path = _data.Index, PollInterval = TimeSpan.FromMilliseconds(50) })
            .AddQueries();
        return builder.Build();
    }
}
