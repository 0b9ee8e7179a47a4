using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Benchmarks.Growth;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Benchmarks.Queries;

/// <summary>An index of invoices, written and asked by the service's own code, of a chain that nobody has.</summary>
internal sealed class QueryBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDatabase _database;
    private readonly IndexFill _fill;

    public QueryBench()
    {
        var network = new LedgerNetwork(1, default, default, DeploymentBlock: 1, FinalityDepth: 0);
        var key = new FingerprintKey(new byte[FingerprintKey.Size]);
        _database = IndexDatabase.Open(_folder.At("index.db"), network, key, NullLogger<IndexDatabase>.Instance);
        var writer = new IndexWriter(_database, network);
        writer.Anchor(new ChainBlock(RefOf(0), Hash32.Zero, []));
        _database.Complete(CancellationToken.None);
        _fill = new IndexFill(writer, RefOf, firstBlock: 1);
    }

    /// <summary>Indexes the invoices' submissions, and tells how fast whenever ten times as many are there.</summary>
    public IEnumerable<WayReport> Fill(int invoices, CancellationToken cancellation) =>
        _fill.Run(invoices, known: 0, cancellation);

    /// <summary>Indexes confirmations of the first of them.</summary>
    public WayReport Confirm(int invoices) => _fill.Confirm(invoices);

    /// <summary>Asks for the first and the last page of lists that are filtered in different ways.</summary>
    public IAsyncEnumerable<WayReport> AskAsync(CancellationToken cancellation) =>
        new ListQuestions(_database).AskAsync(_fill.Newest, cancellation);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private static BlockRef RefOf(ulong number) => new(number, Keccak256.Hash(BitConverter.GetBytes(number)), number);
}
