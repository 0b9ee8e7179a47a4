using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class BlockGroupTests
{
    [Fact]
    public async Task An_amount_that_the_contract_does_not_allow_is_refused_and_leaves_no_half_block()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();
        chain.Mine(Story.Submission(1), Story.Submission(2) with { Amount = ulong.MaxValue });

        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Equal(before, bench.Content());
    }

    [Fact]
    public async Task What_stands_before_a_block_that_cannot_follow_is_indexed_though_they_came_together()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2), Story.Confirmation(Story.Submission(3)));
        chain.Mine(Story.Submission(4));
        using var bench = new IndexBench(chain);

        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Equal(2ul, bench.Database.Look(BlockTable.Newest)!.Value.Number);
        Assert.NotNull(bench.Database.Look(session => InvoiceTable.Find(session, Story.InvoiceOf(1))));
        Assert.Null(bench.Database.Look(session => InvoiceTable.Find(session, Story.InvoiceOf(2))));
    }

    [Fact]
    public async Task A_block_with_a_number_that_no_contract_allows_is_named_and_what_stands_before_it_is_kept()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2) with { Amount = ulong.MaxValue });
        using var bench = new IndexBench(chain);

        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.StartsWith("Block 3", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2ul, bench.Database.Look(BlockTable.Newest)!.Value.Number);
        Assert.Null(bench.Database.Look(session => InvoiceTable.Find(session, Story.InvoiceOf(2))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public async Task An_invoice_that_is_indexed_cannot_be_submitted_again_however_many_come_with_it(int again)
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(again), Story.Confirmation(Story.Submission(again)));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();
        chain.Mine([.. Enumerable.Range(1, 150).Select(static number => Story.Submission(number))]);

        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Contains(
            $"InvoiceSubmitted of the invoice {Story.InvoiceOf(again)}, which is Confirmed in the index",
            fault.Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"Log {chain[3].Logs[again - 1].LogIndex} of block 3 ", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Content());
    }

    [Fact]
    public async Task An_invoice_cannot_be_submitted_twice_in_blocks_that_come_together()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1), Story.Withdrawal(Story.Submission(1)));
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);

        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Contains("which is Withdrawn in the index", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2ul, bench.Database.Look(BlockTable.Newest)!.Value.Number);
    }

    [Theory]
    [InlineData(160_000_000ul, 100, 7)]
    [InlineData(160_000_000ul, 3, 7)]
    [InlineData(100_000_000ul, 100, 4)]
    [InlineData(0ul, 3, 6)]
    public async Task Groups_grow_to_what_gas_and_number_allow_and_are_not_cut_by_the_answers_that_brought_the_headers(
        ulong gas, int batchSize, ulong endOfTheGroupBefore)
    {
        var chain = new ScriptedChain { HeaderOf = header => header with { GasUsed = gas } };
        chain.Mine(Story.FourParticipants());
        for (var number = 2; number <= 8; number++) chain.Mine(Story.Submission(number));
        chain.LogsOf = static (block, logs) => block.Header.Number == 8 ? [.. logs, .. logs] : logs;
        using var bench = new IndexBench(chain, batchSize: batchSize);

        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);
        Assert.Equal(endOfTheGroupBefore, bench.Progress.Current.Indexed.Number);

        chain.LogsOf = static (_, logs) => logs;
        await bench.CatchUpAsync();
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }
}
