using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Benchmarks.Similarity;

/// <summary>An index file with nothing but invoices and their fingerprints, written and asked by the service's own
/// code.</summary>
internal sealed class SimilarBench : IDisposable
{
    private const int PerTransaction = 20_000;
    private const int Questions = 5_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-benchmark-");
    private readonly FingerprintKey _key = new(new byte[FingerprintKey.Size]);
    private readonly TextWriter _output;
    private readonly IndexDatabase _database;
    private readonly IndexReader _reader;
    private readonly List<InvoiceRecord> _sample = [];

    public SimilarBench(TextWriter output)
    {
        _output = output;
        var path = Path.Combine(_folder.FullName, "index.db");
        var network = new LedgerNetwork(1, default, default, DeploymentBlock: 1, FinalityDepth: 0);
        _database = IndexDatabase.Open(path, network, _key, NullLogger<IndexDatabase>.Instance);
        var head = new BlockRef(1, Hash32.FromBytes(Enumerable.Repeat((byte)1, Hash32.Size).ToArray()), 1);
        new IndexWriter(_database, network).Anchor(new ChainBlock(head, Hash32.Zero, []));
        using var reading = _database.Read();
        var progress = new IndexProgress(IndexState.Read(reading.Session, head.Number, rollbacks: 0, isComplete: true));
        _reader = new IndexReader(_database, progress, new PageTokens(_database.PageKey), TimeProvider.System);
    }

    /// <summary>Records the invoices.</summary>
    public void Fill(int invoices, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        // Odd, so that it does not fall in step with the share of the busy pair.
        var every = invoices / Math.Min(invoices, Questions) | 1;
        var index = 0;
        foreach (var part in SyntheticInvoices.Take(invoices).Chunk(PerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            _database.Write(writer =>
            {
                foreach (var invoice in part)
                {
                    InvoiceTable.Save(writer, [invoice]);
                    if (index++ % every == 0) _sample.Add(invoice);
                }

                FingerprintBatch.MakeAsync(part, _key).GetAwaiter().GetResult().Write(writer);
            });
        }

        var size = _folder.EnumerateFiles().Sum(file => file.Length) >> 20;
        _output.WriteLine($"{index} invoices recorded in {clock.Elapsed.TotalSeconds:F0} s, {size} MiB");
    }

    /// <summary>
    /// Asks for the like of recorded invoices and of others, one question after the other. The processor's time is
    /// told beside the clock's, since on a busy machine most of the latter is spent waiting for a turn.
    /// </summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        var busy = _sample.Where(invoice => invoice.Supplier.Value == SyntheticInvoices.BusySupplier).ToList();
        var usual = _sample.Except(busy).ToList();
        await AskAsync("recorded invoices", usual, static one => one.ToParticulars(), cancellation);
        await AskAsync("one unit more, spaces in the number, another day", usual, Mutate, cancellation);
        await AskAsync("the busiest pair of parties", busy, static one => one.ToParticulars(), cancellation);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task AskAsync(
        string what, List<InvoiceRecord> subjects, Func<InvoiceRecord, InvoiceParticulars> question,
        CancellationToken cancellation)
    {
        var times = new List<double>(subjects.Count);
        var work = new List<double>(subjects.Count);
        var found = 0;
        foreach (var subject in subjects)
        {
            var worked = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            using (var snapshot = await _reader.OpenAsync(minBlock: 0, cancellation))
                found += snapshot.SimilarInvoices.ToDraft(question(subject), id: null).Count;
            times.Add(clock.Elapsed.TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
        }

        _output.WriteLine($"{what}: {subjects.Count} questions, {found} found");
        _output.WriteLine($"  on the clock          {Percentiles.Of(times)}");
        _output.WriteLine($"  on the processor      {Percentiles.Of(work)}");
    }

    private static InvoiceParticulars Mutate(InvoiceRecord invoice) => invoice.ToParticulars() with
    {
        Number = invoice.Number.Replace("-", " - ", StringComparison.Ordinal),
        Amount = invoice.Amount + 1,
        IssueDate = new EpochDay(invoice.IssueDate.Value + 3),
    };
}
