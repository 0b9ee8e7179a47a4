using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Participants;
using SupplyChainLedger.Service.Queries.Similarity;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

/// <summary>No query reads a table from end to end or sorts: its cost does not grow with the ledger.</summary>
public sealed class QueryPlanTests
{
    public static TheoryData<string, string> Statements()
    {
        var statements = new TheoryData<string, string>();
        var invoices =
            from supplier in (ParticipantId?[])[null, new(1)]
            from buyer in (ParticipantId?[])[null, new(3)]
            from state in (InvoiceState?[])[null, InvoiceState.Confirmed]
            select new InvoiceFilter(supplier, buyer, state, new EpochDay(1));
        foreach (var filter in invoices)
            statements.Add($"invoices {filter}", InvoiceSql.Keys(InvoiceSql.Walk(filter)));

        var events =
            from invoice in (InvoiceId?[])[null, new(default)]
            from participant in (ParticipantId?[])[null, new(1)]
            select new EventFilter(invoice, participant);
        foreach (var filter in events)
        {
            statements.Add($"events after {filter}", EventSql.After(filter));
            statements.Add($"newest event {filter}", EventSql.NewestUpTo(filter));
        }

        statements.Add("invoice", InvoiceSql.ById);
        statements.Add("invoice by submission", InvoiceSql.BySubmission);
        statements.Add("any of some invoices", InvoiceTable.FindAnySql);
        statements.Add("invoices of a fingerprint", FingerprintTable.CarriersOf(Fingerprints.MaxCount));
        statements.Add("first invoices of fingerprints", FingerprintTable.FirstCarriersSql);
        statements.Add("invoice to compare with", SimilarInvoiceQueries.RecordSql);
        statements.Add("participant", ParticipantSql.ById);
        statements.Add("participant by handle", ParticipantSql.ByHandle);
        statements.Add("participants", ParticipantSql.Ids);
        statements.Add("participants in role", ParticipantSql.IdsInRole);
        return statements;
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Is_a_walk_along_an_index_in_the_order_of_the_answer(string name, string sql)
    {
        using var bench = new IndexBench(new ScriptedChain());
        await bench.CatchUpAsync();
        using var reading = bench.Database.Read();

        var plan = reading.Session.All($"EXPLAIN QUERY PLAN {sql}", static row => row.GetString(3));

        Assert.True(plan.Count > 0, name);
        // The rows that a subquery has picked out, at most a page of them, are gone through one by one, and so is what
        // was asked about.
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal)
            && step is not ("SCAN k" or "SCAN 64-ROW VALUES CLAUSE"));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, null, "invoice_by_state (state=? AND submitted<?)")]
    [InlineData(1u, null, null, "invoice_by_supplier_state (supplier=? AND state=? AND submitted<?)")]
    [InlineData(
        1u, 3u, null, "invoice_by_parties_state (supplier=? AND buyer=? AND state=? AND submitted<?)")]
    [InlineData(null, 3u, InvoiceState.Rejected, "invoice_by_buyer_state (buyer=? AND state=? AND submitted<?)")]
    [InlineData(
        1u, 3u, InvoiceState.Rejected,
        "invoice_by_parties_state (supplier=? AND buyer=? AND state=? AND submitted<?)")]
    internal async Task A_list_of_invoices_touches_nothing_but_its_index(
        uint? supplier, uint? buyer, InvoiceState? state, string search)
    {
        using var bench = new IndexBench(new ScriptedChain());
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();
        using var reading = bench.Database.Read();
        var filter = new InvoiceFilter(
            supplier is { } s ? new ParticipantId(s) : null, buyer is { } b ? new ParticipantId(b) : null, state);

        var plan = reading.Session.All(
            $"EXPLAIN QUERY PLAN {InvoiceSql.Keys(InvoiceSql.Walk(filter))}", static row => row.GetString(3));

        string[] merging = ["MERGE (UNION ALL)", "LEFT", "RIGHT"];
        var searches = plan.Where(step => !merging.Contains(step)).ToList();
        Assert.Equal(state is null ? Enum.GetValues<InvoiceState>().Length : 1, searches.Count);
        Assert.All(searches, step => Assert.Equal($"SEARCH invoice USING COVERING INDEX {search}", step));
    }
}
