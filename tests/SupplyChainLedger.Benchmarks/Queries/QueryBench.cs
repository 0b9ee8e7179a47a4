using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Benchmarks.Queries;

/// <summary>
/// An index of invoices, written block by block and asked page by page by the service's own code. No node takes part:
/// what it would say is made beforehand and decoded as it would be.
/// </summary>
internal sealed class QueryBench : IDisposable
{
    private const int PerBlock = 400;
    // As many as the indexer takes in at once while it catches up.
    private const int BlocksAtOnce = 12;
    private const int Questions = 1_000;
    private const int Page = 50;

    private readonly TemporaryFolder _folder = new();
    private readonly IndexDatabase _database;
    private readonly IndexWriter _writer;
    private readonly IndexReader _reader;
    private InvoiceRecord? _usual;

    public QueryBench()
    {
        var network = new LedgerNetwork(1, default, default, DeploymentBlock: 1, FinalityDepth: 0);
        var key = new FingerprintKey(new byte[FingerprintKey.Size]);
        _database = IndexDatabase.Open(_folder.At("index.db"), network, key, NullLogger<IndexDatabase>.Instance);
        _writer = new IndexWriter(_database, network);
        _writer.Anchor(new ChainBlock(RefOf(0), Hash32.Zero, []));
        using var reading = _database.Read();
        var progress = new IndexProgress(IndexState.Read(reading.Session, chainHead: 0, rollbacks: 0));
        _reader = new IndexReader(_database, progress, new PageTokens(_database.PageKey), TimeProvider.System);
    }

    /// <summary>Indexes the invoices' submissions, and tells how fast whenever ten times as many are there.</summary>
    public IEnumerable<WayReport> Fill(int invoices, CancellationToken cancellation)
    {
        var (spent, since, done, mark, next) = (TimeSpan.Zero, 0, 0, 10_000, 1ul);
        foreach (var part in SyntheticInvoices.Take(invoices).Chunk(PerBlock * BlocksAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var blocks = part.Chunk(PerBlock).Select(some => Block(next++, Logs(some))).ToList();
            _usual = part[^1];
            var clock = Stopwatch.StartNew();
            _writer.Append(blocks);
            spent += clock.Elapsed;
            done += part.Length;
            since += part.Length;
            if (done < mark && done < invoices) continue;
            yield return new WayReport(
                $"projections, up to {done}", since / spent.TotalSeconds, "events/s", NoPeers, []);
            (spent, since, mark) = (TimeSpan.Zero, 0, mark * 10);
        }
    }

    /// <summary>Asks for the first and the last page of lists that are filtered in different ways.</summary>
    public async IAsyncEnumerable<WayReport> AskAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var due = new EpochDay(_usual!.DueDate.Value);
        var filters = new Dictionary<string, InvoiceFilter>
        {
            ["all"] = new(),
            ["of a supplier"] = new(Supplier: _usual.Supplier),
            ["of the busiest supplier"] = new(Supplier: new ParticipantId(SyntheticInvoices.BusySupplier)),
            ["submitted ones, due before"] = new(State: InvoiceState.Submitted, DueBefore: due),
            ["of both parties in a state"] = new(_usual.Supplier, _usual.Buyer, InvoiceState.Submitted),
        };
        foreach (var (name, filter) in filters)
        {
            var last = await LastTokenAsync(filter, cancellation);
            yield return await AskAsync($"{name}, first page", filter, "", cancellation);
            yield return await AskAsync($"{name}, last page", filter, last, cancellation);
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private static IReadOnlyDictionary<string, double> NoPeers => new Dictionary<string, double>();

    private async Task<WayReport> AskAsync(
        string what, InvoiceFilter filter, string token, CancellationToken cancellation)
    {
        var times = new List<double>(Questions);
        for (var i = 0; i < Questions; i++)
        {
            var clock = Stopwatch.StartNew();
            using (var snapshot = await _reader.OpenAsync(minBlock: 0, cancellation))
                snapshot.Invoices.List(filter, PageRequest.Of(Page, token));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var seen = Percentiles.Of(times);
        return new WayReport($"list {what}, p99", seen.P99, "ms", NoPeers, [$"{seen}"]);
    }

    private async Task<string> LastTokenAsync(InvoiceFilter filter, CancellationToken cancellation)
    {
        using var snapshot = await _reader.OpenAsync(minBlock: 0, cancellation);
        var last = "";
        while (true)
        {
            var page = snapshot.Invoices.List(filter, PageRequest.Of(1000, last));
            if (page.NextToken.Length == 0) return last;
            last = page.NextToken;
        }
    }

    private static List<AbiLog> Logs(InvoiceRecord[] invoices) =>
        [.. invoices.Select(static one => LedgerEvents.Encode(Submission(one)))];

    private static ChainBlock Block(ulong number, List<AbiLog> logs)
    {
        var read = new List<ChainLog>(logs.Count);
        foreach (var (i, log) in logs.Index())
        {
            var decoded = LedgerEvents.Decode(log.Topics, log.Data)!;
            read.Add(new ChainLog(new LogPosition(number, (uint)i), RefOf(number).Hash, log.Topics, log.Data, decoded));
        }

        return new ChainBlock(RefOf(number), RefOf(number - 1).Hash, read);
    }

    private static InvoiceSubmitted Submission(InvoiceRecord invoice) => new(
        invoice.Id, invoice.Supplier, invoice.Buyer, invoice.SubmissionIntent, invoice.Number, invoice.TypeCode,
        invoice.IssueDate, invoice.DueDate, invoice.Currency, invoice.Amount, invoice.DocumentHash);

    private static BlockRef RefOf(ulong number) => new(number, Keccak256.Hash(BitConverter.GetBytes(number)), number);
}
