using System.Diagnostics;
using System.Runtime.CompilerServices;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Benchmarks.Queries;

/// <summary>Asks an index for the first and the last page of lists that are filtered in different ways.</summary>
internal sealed class ListQuestions
{
    private const int Questions = 1_000;

    /// <summary>Asked before, and not measured: the first ones of a process wait for the compiler.</summary>
    private const int WarmUp = 200;

    private const int Page = 50;

    private readonly IndexReader _reader;

    public ListQuestions(IndexDatabase database)
    {
        using var reading = database.Read();
        var progress = new IndexProgress(
            IndexState.Read(reading.Session, chainHead: 0, rollbacks: 0, database.IsComplete));
        _reader = new IndexReader(database, progress, new PageTokens(database.PageKey), TimeProvider.System);
    }

    /// <param name="usual">An invoice like most.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<WayReport> AskAsync(
        InvoiceRecord usual, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var due = new EpochDay(usual.DueDate.Value);
        var filters = new Dictionary<string, InvoiceFilter>
        {
            ["all"] = new(),
            ["of a supplier"] = new(Supplier: usual.Supplier),
            ["of the busiest supplier"] = new(Supplier: new ParticipantId(SyntheticInvoices.BusySupplier)),
            ["submitted ones, due before"] = new(State: InvoiceState.Submitted, DueBefore: due),
            ["of both parties in a state"] = new(usual.Supplier, usual.Buyer, InvoiceState.Submitted),
        };
        foreach (var (name, filter) in filters)
        {
            var last = await LastTokenAsync(filter, cancellation);
            yield return await AskAsync($"{name}, first page", filter, "", cancellation);
            yield return await AskAsync($"{name}, last page", filter, last, cancellation);
        }
    }

    private async Task<WayReport> AskAsync(
        string what, InvoiceFilter filter, string token, CancellationToken cancellation)
    {
        var times = new List<double>(Questions);
        for (var i = -WarmUp; i < Questions; i++)
        {
            var clock = Stopwatch.StartNew();
            using (var snapshot = await _reader.OpenAsync(minBlock: 0, cancellation))
                snapshot.Invoices.List(filter, PageRequest.Of(Page, token));
            if (i >= 0) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var seen = Percentiles.Of(times);
        return new WayReport($"list {what}, p99", seen.P99, "ms", WayReport.NoPeers, [$"{seen}"]);
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
}
