using System.Diagnostics;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary>
/// Fills an index with invoices by the service's own writer, block by block. No node takes part: what it would say is
/// made beforehand.
/// </summary>
/// <param name="writer">The writer of an anchored index.</param>
/// <param name="blockAt">The chain's blocks.</param>
/// <param name="firstBlock">Number of the first block to fill.</param>
internal sealed class IndexFill(IndexWriter writer, Func<ulong, BlockRef> blockAt, ulong firstBlock)
{
    private const int PerBlock = 400;

    /// <summary>As many as the service takes in at once while it catches up.</summary>
    private const int PerTransaction = 10 * PerBlock;
    private const int FirstMark = 10_000;

    private ulong _next = firstBlock;
    private InvoiceRecord? _newest;

    /// <summary>The invoice written last.</summary>
    public InvoiceRecord Newest => _newest ?? throw new InvalidOperationException("Nothing has been written.");

    /// <summary>The most blocks that it takes for so many invoices and their parties.</summary>
    public static int BlocksFor(int invoices) => invoices / PerBlock + invoices / PerBlock / 50 + 8;

    /// <summary>Writes them, and tells how fast whenever ten times as many are there.</summary>
    /// <param name="invoices">How many.</param>
    /// <param name="known">Participants up to this number are in the index.</param>
    /// <param name="cancellation">Ends it.</param>
    public IEnumerable<WayReport> Run(int invoices, uint known, CancellationToken cancellation)
    {
        foreach (var part in SyntheticEvents.Registrations(invoices, known).Chunk(PerTransaction)) Append(part);
        var (spent, since, done, mark) = (TimeSpan.Zero, 0, 0, FirstMark);
        foreach (var part in SyntheticInvoices.Take(invoices).Chunk(PerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            spent += Append(part.Select(SyntheticEvents.Submission));
            _newest = part[^1];
            done += part.Length;
            since += part.Length;
            if (done < mark && done < invoices) continue;
            yield return new WayReport(
                $"projections, up to {done}", since / spent.TotalSeconds, "events/s", WayReport.NoPeers, []);
            (spent, since, mark) = (TimeSpan.Zero, 0, mark * 10);
        }
    }

    private TimeSpan Append(IEnumerable<LedgerEvent> events)
    {
        var blocks = events.Chunk(PerBlock).Select(Next).ToList();
        var clock = Stopwatch.StartNew();
        writer.Append(blocks);
        return clock.Elapsed;
    }

    private ChainBlock Next(LedgerEvent[] events)
    {
        var at = _next++;
        return SyntheticEvents.Block(blockAt(at), blockAt(at - 1).Hash, events);
    }
}
