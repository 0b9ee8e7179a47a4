using System.Diagnostics.Metrics;
using System.Globalization;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>
/// Intake, outbox, settlement and relay as the service wires them, on a real file, over the scripted chain. Steps run
/// when a test says so.
/// </summary>
internal sealed class Workbench : IAsyncDisposable
{
    public const ulong ChainId = 31337;

    public static readonly ParticipantId Supplier = new(1);
    public static readonly ParticipantId Buyer = new(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("scl-relay-").FullName;
    private Nonce _nonce = Nonce.FirstOfRandomRun();
    private Wiring _wiring;

    public Workbench(RelayOptions? relay = null, IntakeOptions? intake = null, uint finalityDepth = 2)
    {
        RelayOptions = relay ?? new RelayOptions();
        IntakeOptions = intake ?? new IntakeOptions();
        Chain = new ScriptedChain(new ScriptedLedger(Domain), Clock);
        Index = new ScriptedIndex(Chain, finalityDepth);
        Register.Register(
            Supplier, ParticipantRoles.Supplier, SupplierKey.Address, SecondSupplierKey.Address);
        Register.Register(Buyer, ParticipantRoles.Buyer, BuyerKey.Address);
        OutboxPath = Path.Combine(_folder, "outbox.db");
        Index.Follow();
        _wiring = new Wiring(this);
    }

    public static LedgerNetwork Network { get; } = new(
        ChainId, Address.Parse("0x00000000000000000000000000000000000000a1"),
        Address.Parse("0x00000000000000000000000000000000000000b2"), DeploymentBlock: 0, FinalityDepth: 2);

    public static TypedDataDomain Domain { get; } = LedgerDomain.Of(ChainId, Network.Ledger);

    public PrivateKey SupplierKey { get; } = PrivateKey.Generate();

    public PrivateKey SecondSupplierKey { get; } = PrivateKey.Generate();

    public PrivateKey BuyerKey { get; } = PrivateKey.Generate();

    public RelayAccount Account { get; set; } = new(PrivateKey.Generate());

    public RelayOptions RelayOptions { get; }

    public IntakeOptions IntakeOptions { get; }

    public string OutboxPath { get; }

    public ManualClock Clock { get; } = new();

    public ScriptedChain Chain { get; }

    public ScriptedIndex Index { get; }

    public ScriptedRegister Register { get; } = new();

    public IntentIntake Intake => _wiring.Get<IntentIntake>();

    public IntentLog Log => _wiring.Get<IntentLog>();

    public IntentProgress Progress => _wiring.Get<IntentProgress>();

    public OutboxWriter Writer => _wiring.Get<OutboxWriter>();

    public OutboxDatabase Outbox => _wiring.Get<OutboxDatabase>();

    public OutboxChanges Changes => _wiring.Get<OutboxChanges>();

    /// <summary>What this bench is measured with; no other has one of the same name.</summary>
    public Meter Meter { get; } = new($"{Guid.NewGuid()}");

    /// <summary>What this bench is traced with.</summary>
    public ServiceTracing Tracing { get; } = new("tests");

    public IntentSettlement Settlement => _wiring.Settlement;

    /// <summary>The service was told to stop.</summary>
    public bool IsStopped => _wiring.Lifetime.IsStopped;

    public ulong Deadline(TimeSpan? ahead = null) =>
        Clock.Seconds + (ulong)(ahead ?? TimeSpan.FromHours(1)).TotalSeconds;

    public Nonce NextNonce()
    {
        var drawn = _nonce;
        _nonce = _nonce.Next();
        return drawn;
    }

    public SubmitInvoice Submission(int number, ulong? deadline = null, Nonce? nonce = null, ulong amount = 12_345) =>
        new(
            Supplier,
            Buyer,
            $"INV-{number.ToString(CultureInfo.InvariantCulture)}",
            TypeCode: 380,
            EpochDay.FromDate(new DateOnly(2027, 1, 10)),
            EpochDay.FromDate(new DateOnly(2027, 4, 10)),
            "EUR",
            amount,
            Hash32.Zero,
            nonce ?? NextNonce(),
            deadline ?? Deadline());

    public CancelIntent Cancellation(LedgerIntent cancelled, ulong? deadline = null) => new(
        cancelled.Participant, cancelled.Digest(Domain), cancelled.Nonce, deadline ?? Deadline());

    public Task<OutboxEntry> AcceptAsync(LedgerIntent intent, PrivateKey? key = null) =>
        AcceptAsync(intent, intent.Sign(Domain, key ?? SupplierKey).ToBytes());

    public Task<OutboxEntry> AcceptAsync(LedgerIntent intent, byte[] signature) => Intake.AcceptAsync(
        intent, intent.Digest(Domain), signature, TestContext.Current.CancellationToken);

    public Task<OutboxEntry> SubmitAsync(int number, ulong? deadline = null) =>
        AcceptAsync(Submission(number, deadline));

    public async Task<List<OutboxEntry>> SubmitManyAsync(int count) =>
        [.. await Task.WhenAll(Enumerable.Range(1, count).Select(number => SubmitAsync(number)))];

    /// <summary>Sends an accepted intent once more.</summary>
    public Task<OutboxEntry> SubmitAgainAsync(OutboxEntry entry)
    {
        var (intent, signatures) = LedgerCalls.DecodeAction(entry.Call.Span);
        return AcceptAsync(intent, signatures.ToBytes());
    }

    /// <summary>What the relay would put into a batch of so many intents now.</summary>
    public List<OutboxEntry> NextBatch(int limit) =>
        new WaitingLines(Outbox, RelayOptions).Take(Clock.Seconds, limit);

    /// <summary>One round of the relay.</summary>
    public Task<RoundResult> RelayAsync() =>
        _wiring.Get<RelayRound>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>A round, and another one late enough to confirm what the first one found.</summary>
    public async Task<RoundResult> RelayTwiceAsync()
    {
        await RelayAsync();
        Clock.Advance(RelayOptions.CheckInterval);
        return await RelayAsync();
    }

    /// <summary>The index goes to the chain's newest block, and the settlement with it.</summary>
    public Task FollowAsync() => SettleAsync(Index.Follow());

    /// <summary>The settlement goes where the index stands.</summary>
    public Task SettleAsync(IndexHead head) =>
        _wiring.Settlement.FollowAsync(head, TestContext.Current.CancellationToken);

    /// <summary>So many blocks, the index and the settlement behind each.</summary>
    public async Task MineAsync(int blocks = 1)
    {
        for (var i = 0; i < blocks; i++)
        {
            Chain.Mine();
            await FollowAsync();
        }
    }

    /// <summary>Lets the traces follow the outbox, as the host does.</summary>
    public Task StartTracingAsync() =>
        _wiring.Get<IntentTraces>().StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until everybody has been told of all commits so far: callers learn of them first.</summary>
    public Task UntilToldAsync() =>
        Writer.WriteAsync(static session => session.Pending, TestContext.Current.CancellationToken);

    /// <summary>Makes all that is measured by looking.</summary>
    public void MakeMetrics() => _wiring.Get<IEnumerable<IObservedMetrics>>();

    public OutboxEntry Entry(OutboxEntry earlier) => Log.Find(earlier.Hash)!;

    /// <summary>What callers are told of an entry.</summary>
    public (EntryState State, bool IsFinal, BlockRef? Block, Hash32? Transaction) Standing(OutboxEntry earlier)
    {
        var entry = Entry(earlier);
        return (entry.State, entry.IsFinal, entry.Outcome?.Block, entry.TransactionHash);
    }

    /// <summary>The process dies and starts again on the same files; only what is on the disk is known.</summary>
    public async Task RestartAsync()
    {
        await _wiring.DisposeAsync();
        _wiring = new Wiring(this);
    }

    public async ValueTask DisposeAsync()
    {
        await _wiring.DisposeAsync();
        Meter.Dispose();
        Tracing.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
