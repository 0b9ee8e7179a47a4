using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>A real index file in a folder of its own, with all that reads and writes it, over a chain.</summary>
internal sealed class IndexBench : IDisposable
{
    /// <summary>The network's key of every bench that is given no other.</summary>
    public static readonly FingerprintKey FingerprintKey = new(new byte[FingerprintKey.Size]);

    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;
    private readonly IChainClient _chain;
    private readonly LedgerNetwork _network;

    public IndexBench(
        ScriptedChain chain, bool allowChainRegression = false, int batchSize = 100, DirectoryInfo? folder = null)
        : this(chain, chain.Network, allowChainRegression, batchSize, folder)
    {
    }

    public IndexBench(
        IChainClient chain, LedgerNetwork network, bool allowChainRegression = false, int batchSize = 100,
        DirectoryInfo? folder = null, FingerprintKey? fingerprintKey = null)
    {
        _folder = folder ?? Directory.CreateTempSubdirectory("scl-index-");
        _ownsFolder = folder is null;
        _chain = chain;
        _network = network;
        Options = new IndexingOptions
        {
            Path = System.IO.Path.Combine(_folder.FullName, "index.db"),
            AllowChainRegression = allowChainRegression,
            BatchSize = batchSize,
        };
        Database = IndexDatabase.Open(
            Options.Path, network, fingerprintKey ?? FingerprintKey, NullLogger<IndexDatabase>.Instance);
        using (var reading = Database.Read())
            Progress = new IndexProgress(IndexState.Read(reading.Session, 0, 0, Database.IsComplete));
        Writer = new IndexWriter(Database, network);
        Follower = new ChainFollower(
            Database, Writer, new BlockSource(chain, network, Log), Progress, network, Options,
            NullLogger<ChainFollower>.Instance);
        Outcomes = new IntentOutcomes(Database);
        Reader = new IndexReader(Database, Progress, new PageTokens(Database.PageKey), TimeProvider.System);
        Feed = new EventFeed(Reader, Progress);
    }

    public IndexingOptions Options { get; }

    public IndexDatabase Database { get; }

    public IndexProgress Progress { get; }

    public IndexWriter Writer { get; }

    public ChainFollower Follower { get; }

    /// <summary>What is said of what cannot be verified.</summary>
    public RecordedLog<BlockSource> Log { get; } = new();

    public IIntentOutcomes Outcomes { get; }

    public IIndexReader Reader { get; }

    public IEventFeed Feed { get; }

    /// <summary>Lets the follower work until it finds nothing more to do.</summary>
    public async Task CatchUpAsync()
    {
        while (await Follower.StepAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    public Task<IndexSnapshot> OpenAsync(ulong minBlock = 0) =>
        Reader.OpenAsync(minBlock, TestContext.Current.CancellationToken);

    /// <summary>Everything in the index that follows from the chain.</summary>
    public string Content() => TableDump.Of(Database);

    /// <summary>What a new index of the same chain holds.</summary>
    public async Task<string> ContentWhenRebuiltAsync()
    {
        using var fresh = new IndexBench(_chain, _network);
        await fresh.CatchUpAsync();
        return fresh.Content();
    }

    public void Dispose()
    {
        Database.Dispose();
        if (_ownsFolder) _folder.Delete(recursive: true);
    }
}
