using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using ErrorReason = SupplyChainLedger.V1.ErrorReason;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class InvoiceListTests
{
    [Fact]
    [Trait("Fault", "43")]
    public async Task Every_combination_of_filters_lists_what_a_plain_search_finds_newest_first()
    {
        using var bench = await SpreadOutAsync(new ScriptedChain());
        using var snapshot = await bench.OpenAsync();
        var all = Walk(snapshot.Invoices, new InvoiceFilter(), 1000);
        Assert.Equal(240, all.Count);
        Assert.Equal(all.OrderByDescending(one => one.Submitted.Key), all);

        foreach (var filter in Combinations())
        {
            var expected = all.Where(one =>
                (filter.Supplier is null || one.Supplier == filter.Supplier)
                && (filter.Buyer is null || one.Buyer == filter.Buyer)
                && (filter.State is null || one.State == filter.State)
                && (filter.DueBefore is null || one.DueDate.Value < filter.DueBefore.Value.Value));
            Assert.Equal(expected, Walk(snapshot.Invoices, filter, 7));
        }
    }

    [Fact]
    public async Task The_last_page_has_no_token_even_when_it_is_full()
    {
        using var bench = await SpreadOutAsync(new ScriptedChain());
        using var snapshot = await bench.OpenAsync();

        var first = snapshot.Invoices.List(new InvoiceFilter(), PageRequest.Of(120, ""));
        var second = snapshot.Invoices.List(new InvoiceFilter(), PageRequest.Of(120, first.NextToken));

        Assert.Equal((120, 120), (first.Items.Count, second.Items.Count));
        Assert.NotEmpty(first.NextToken);
        Assert.Empty(second.NextToken);
    }

    [Fact]
    public async Task A_token_of_another_filter_or_list_is_refused()
    {
        using var bench = await SpreadOutAsync(new ScriptedChain());
        using var snapshot = await bench.OpenAsync();
        var supplier = new InvoiceFilter(Supplier: new ParticipantId(1));
        var token = snapshot.Invoices.List(supplier, PageRequest.Of(5, "")).NextToken;

        foreach (var filter in Combinations().Where(one => one != supplier))
        {
            var fault = Assert.Throws<LedgerFault>(() => snapshot.Invoices.List(filter, PageRequest.Of(5, token)));
            Assert.Equal(ErrorReason.PageTokenInvalid, fault.Reason);
        }

        Assert.Throws<LedgerFault>(() => snapshot.Participants.List(null, PageRequest.Of(5, token)));
    }

    [Fact]
    public async Task Invoices_that_come_while_a_reader_turns_pages_neither_shift_nor_repeat_what_it_sees()
    {
        var chain = new ScriptedChain();
        using var bench = await SpreadOutAsync(chain);
        List<InvoiceRecord> before;
        string token;
        using (var snapshot = await bench.OpenAsync())
        {
            before = Walk(snapshot.Invoices, new InvoiceFilter(), 1000);
            token = snapshot.Invoices.List(new InvoiceFilter(), PageRequest.Of(100, "")).NextToken;
        }

        chain.Mine(Story.Submission(900), Story.Submission(901));
        await bench.CatchUpAsync();

        using var later = await bench.OpenAsync();
        var rest = later.Invoices.List(new InvoiceFilter(), PageRequest.Of(1000, token));
        Assert.Equal(before.Skip(100), rest.Items.Select(row => row.Record));
    }

    [Fact]
    public async Task An_invoice_tells_where_it_was_submitted_and_where_it_changed_last()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        var submission = Story.Submission(1);
        var first = chain.Mine(submission);
        chain.Mine();
        var second = chain.Mine(Story.Submission(2), Story.Confirmation(submission));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();

        var row = snapshot.Invoices.Find(submission.Invoice)!;

        Assert.Equal(
            (first.Header.Hash, first.Header.Timestamp, first.Logs[0].TransactionHash, 0u),
            (row.Submission.Block.Hash, row.Submission.Block.Timestamp, row.Submission.TransactionHash,
                row.Submission.LogIndex));
        Assert.Equal(
            (second.Header.Hash, second.Logs[1].TransactionHash, (uint)second.Logs[1].LogIndex),
            (row.LastChange.Block.Hash, row.LastChange.TransactionHash, row.LastChange.LogIndex));
        Assert.Equal(row, snapshot.Invoices.List(new InvoiceFilter(), PageRequest.Of(9, "")).Items[1]);
        Assert.Null(snapshot.Invoices.Find(Story.InvoiceOf(3)));
    }

    [Fact]
    public async Task A_date_that_few_of_many_invoices_meet_ends_pages_early_and_loses_none()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        var early = Story.Submission(1, dueInDays: 1);
        chain.Mine(early);
        chain.Mine([.. Enumerable.Range(2, 10_500).Select(number => Story.Submission(number, dueInDays: 90))]);
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();
        var filter = new InvoiceFilter(DueBefore: new EpochDay(Story.IssueDay.Value + 30));

        var first = snapshot.Invoices.List(filter, PageRequest.Of(10, ""));
        var second = snapshot.Invoices.List(filter, PageRequest.Of(10, first.NextToken));

        Assert.Empty(first.Items);
        Assert.Equal(early.Invoice, Assert.Single(second.Items).Record.Id);
        Assert.Empty(second.NextToken);
    }

    /// <summary>240 invoices of two suppliers to two buyers, in all states, due on different days.</summary>
    private static async Task<IndexBench> SpreadOutAsync(ScriptedChain chain)
    {
        chain.Mine(Story.FourParticipants());
        var submissions = Enumerable.Range(0, 240)
            .Select(i => Story.Submission(i, (uint)(1 + i % 2), (uint)(3 + i / 2 % 2), (uint)(i * 37 % 120)))
            .ToList();
        foreach (var block in submissions.Chunk(30)) chain.Mine(block);
        chain.Mine([.. submissions.Select(Answer).OfType<LedgerEvent>()]);
        var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        return bench;
    }

    private static LedgerEvent? Answer(InvoiceSubmitted submission, int index) => (index / 4 % 5) switch
    {
        0 => Story.Confirmation(submission),
        1 => Story.Rejection(submission),
        2 => Story.Withdrawal(submission),
        _ => null,
    };

    private static IEnumerable<InvoiceFilter> Combinations() =>
        from supplier in (ParticipantId?[])[null, new(1), new(2)]
        from buyer in (ParticipantId?[])[null, new(3), new(4)]
        from state in (InvoiceState?[])[null, .. Enum.GetValues<InvoiceState>()]
        from due in (EpochDay?[])[null, new(Story.IssueDay.Value + 40)]
        select new InvoiceFilter(supplier, buyer, state, due);

    private static List<InvoiceRecord> Walk(InvoiceQueries invoices, InvoiceFilter filter, int pageSize)
    {
        var found = new List<InvoiceRecord>();
        var token = "";
        do
        {
            var page = invoices.List(filter, PageRequest.Of(pageSize, token));
            found.AddRange(page.Items.Select(row => row.Record));
            token = page.NextToken;
        }
        while (token.Length > 0);

        return found;
    }
}
