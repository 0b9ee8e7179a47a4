using System.Diagnostics;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Benchmarks.Stage;
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
        var (spent, since, done, mark) = (Cost.Nothing, 0, 0, FirstMark);
        foreach (var part in SyntheticInvoices.Take(invoices).Chunk(PerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            spent += Append(part.Select(SyntheticEvents.Submission));
            _newest = part[^1];
            done += part.Length;
            since += part.Length;
            if (done < mark && done < invoices) continue;
            yield return spent.Report($"projections, up to {done}", since);
            (spent, since, mark) = (Cost.Nothing, 0, mark * 10);
        }
    }

    /// <summary>Has the buyers of the first so many invoices confirm them, and tells how fast.</summary>
    public WayReport Confirm(int invoices)
    {
        var spent = Cost.Nothing;
        foreach (var part in SyntheticInvoices.Take(invoices).Chunk(PerTransaction))
            spent += Append(part.Select(SyntheticEvents.Confirmation));
        return spent.Report($"confirmations, {invoices}", invoices);
    }

    private Cost Append(IEnumerable<LedgerEvent> events)
    {
        var blocks = events.Chunk(PerBlock).Select(Next).ToList();
        var (clock, cpu, written) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, ProcessMeter.Own.WrittenBytes);
        writer.Append(blocks);
        return new Cost(
            clock.Elapsed, Environment.CpuUsage.TotalTime - cpu, ProcessMeter.Own.WrittenBytes - written);
    }

    private ChainBlock Next(LedgerEvent[] events)
    {
        var at = _next++;
        return SyntheticEvents.Block(blockAt(at), blockAt(at - 1).Hash, events);
    }
}

/// <summary>What it takes to write events.</summary>
/// <param name="Time">How long.</param>
/// <param name="Cpu">Time of all cores.</param>
/// <param name="Written">Bytes handed to the disk.</param>
internal readonly record struct Cost(TimeSpan Time, TimeSpan Cpu, long Written)
{
    public static Cost Nothing => default;

    public static Cost operator +(Cost one, Cost other) =>
        new(one.Time + other.Time, one.Cpu + other.Cpu, one.Written + other.Written);

    /// <summary>The same for each of so many events.</summary>
    public WayReport Report(string way, int events) => new(
        way,
        events / Time.TotalSeconds,
        "events/s",
        WayReport.NoPeers,
        [$"{Cpu.TotalMicroseconds / events:F1} us of a core and {Written / 1024.0 / events:F1} KiB written for one"]);
}
