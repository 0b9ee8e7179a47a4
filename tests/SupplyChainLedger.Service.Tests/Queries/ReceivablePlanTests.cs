using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Exposures;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Queries.Receivables;
using SupplyChainLedger.Service.Queries.Rules;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

/// <summary>No list of receivables' lives reads a table from end to end or sorts.</summary>
public sealed class ReceivablePlanTests
{
    private static readonly ParticipantId?[] Anybody = [null, new(1)];

    public static TheoryData<string, string> Statements()
    {
        var statements = new TheoryData<string, string>();
        foreach (var (name, sql) in Holdings().Concat(Financing()).Concat(Settlement()).Concat(Corrections()))
            statements.Add(name, sql);
        foreach (var financier in Anybody)
        {
            foreach (var obligor in Anybody)
                statements.Add($"exposures {financier} {obligor}", ExposureSql.After(financier, obligor));
        }

        statements.Add("exposure", ExposureSql.One);
        statements.Add("rules", RuleQueries.NewestSql);
        statements.Add("rule version", RuleQueries.OneSql);
        statements.Add("act", EventTable.AtSql);
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
        // The path of a trace is as long as the trace.
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && step != "SCAN p");
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static IEnumerable<(string, string)> Holdings()
    {
        var holdings =
            from holder in Anybody
            from counterparty in Anybody
            from receivable in (InvoiceId?[])[null, new(default)]
            from phase in (HoldingPhase?[])[null, HoldingPhase.Held]
            from step in (HoldingStep?[])[null, HoldingStep.None, HoldingStep.PaymentDeclared]
            select new HoldingFilter(holder, counterparty, receivable, phase, step);
        foreach (var filter in holdings)
            yield return ($"{filter}", HoldingSql.Walk(filter).Sql("holding", "opened", HoldingTable.Columns));

        var receivables =
            from supplier in Anybody
            from obligor in Anybody
            from open in (bool[])[false, true]
            select new ReceivableFilter(null, supplier, obligor, null, open);
        foreach (var filter in receivables)
        {
            yield return (
                $"{filter}", ReceivableSql.Walk(filter).Sql("receivable", "opened", ReceivableTable.Columns));
        }

        yield return ("receivables of a holder", ReceivableSql.OfHolder);
        yield return ("trace", HoldingSql.Trace);
    }

    private static IEnumerable<(string, string)> Financing()
    {
        var requests =
            from requester in Anybody
            from obligor in Anybody
            from financier in Anybody
            from receivable in (InvoiceId?[])[null, new(default)]
            from state in (FinancingState?[])[null, FinancingState.Requested]
            select new FinancingFilter(requester, obligor, financier, receivable, state);
        foreach (var filter in requests)
            yield return ($"{filter}", FinancingSql.Walk(filter).Sql("financing", "requested", FinancingTable.Columns));

        var offers =
            from financier in Anybody
            from holding in (HoldingId?[])[null, new(default)]
            from state in (OfferState?[])[null, OfferState.Open]
            select new OfferFilter(financier, holding, state);
        foreach (var filter in offers)
            yield return ($"{filter}", FinancingSql.Walk(filter).Sql("offer", "placed", OfferTable.Columns));

        yield return ("prices seen", FinancingSql.PricesSeen);
        yield return ("own offer", FinancingSql.OwnOffer);
    }

    private static IEnumerable<(string, string)> Settlement()
    {
        var payments =
            from receivable in (InvoiceId?[])[null, new(default)]
            from holding in (HoldingId?[])[null, new(default)]
            from payer in Anybody
            from holder in Anybody
            from state in (PaymentState?[])[null, PaymentState.Declared]
            select new PaymentFilter(receivable, holding, payer, holder, state);
        foreach (var filter in payments)
            yield return ($"{filter}", SettlementSql.Walk(filter).Sql("payment", "declared", PaymentTable.Columns));

        foreach (var filter in (StopFilter[])[new(), new(new(3)), new(InForceOnly: true), new(new(3), true)])
            yield return ($"{filter}", SettlementSql.Walk(filter).Sql("stop", "stopped", StopTable.Columns));

        yield return ("due from", SettlementSql.Due(new DueFilter(Payer: new(3))));
        yield return ("due to", SettlementSql.Due(new DueFilter(Payee: new(1))));
    }

    private static IEnumerable<(string, string)> Corrections()
    {
        var parties =
            from receivable in (InvoiceId?[])[null, new(default)]
            from one in Anybody
            from holder in Anybody
            select (receivable, one, holder);
        foreach (var (receivable, one, holder) in parties)
        {
            var disputes = new DisputeFilter(receivable, one, holder);
            yield return ($"{disputes}", CorrectionSql.Walk(disputes).Sql("dispute", "opened", DisputeTable.Columns));
            var notes = new CreditNoteFilter(receivable, one, holder);
            yield return ($"{notes}", CorrectionSql.Walk(notes).Sql("credit_note", "issued", CreditNoteTable.Columns));
        }
    }
}
