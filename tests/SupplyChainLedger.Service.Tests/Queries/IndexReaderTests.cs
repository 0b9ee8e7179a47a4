using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using ErrorReason = SupplyChainLedger.V1.ErrorReason;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class IndexReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_who_names_the_block_of_its_own_write_reads_its_write()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        chain.Mine(Story.Submission(1));

        var opening = bench.OpenAsync(minBlock: 2);
        Assert.False(opening.IsCompleted);
        await bench.CatchUpAsync();

        using var snapshot = await opening;
        Assert.NotNull(snapshot.Invoices.Find(Story.InvoiceOf(1)));
    }

    [Fact]
    public async Task A_block_that_is_just_being_taken_back_is_not_read_as_if_it_were_there()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        // The rollback is committed, and not made known yet.
        bench.Writer.RollBack(fork: 1);
        var opening = bench.OpenAsync(minBlock: 2);
        Assert.False(opening.IsCompleted);
        chain.Mine(Story.Submission(2));
        await bench.CatchUpAsync();

        using var snapshot = await opening;
        Assert.True(snapshot.Head.Indexed.Number >= 2);
    }

    [Fact]
    public async Task Waiting_for_a_block_that_does_not_come_ends_with_the_call()
    {
        using var bench = new IndexBench(new ScriptedChain());
        await bench.CatchUpAsync();
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var opening = bench.Reader.OpenAsync(1_000, call.Token);

        await call.CancelAsync();

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => opening);
        Assert.Equal(ErrorReason.IndexBehind, fault.Reason);
        Assert.Equal(("1000", "0"), (fault.Metadata["min_block"], fault.Metadata["indexed_block"]));
    }

    [Fact]
    public async Task An_answer_and_the_block_it_was_read_at_agree_while_blocks_come_and_go()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var done = new CancellationTokenSource();

        // Each block adds one invoice, so that block n has n - 1 of them, on either branch.
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                var read = 0;
                while (!done.IsCancellationRequested || read == 0)
                {
                    using var snapshot = await bench.OpenAsync();
                    var invoices = snapshot.Invoices.List(new InvoiceFilter(), PageRequest.Of(1000, "")).Items;
                    Assert.Equal(snapshot.Head.Indexed.Number, (ulong)invoices.Count + 1);
                    Assert.All(invoices.Take(1), one => Assert.Equal(snapshot.Head.Indexed, one.Submission.Block));
                    read++;
                }
            },
            Cancellation)).ToList();
        for (var number = 1; number <= 300; number++)
        {
            if (number % 25 == 0)
            {
                chain.Drop(3);
                for (var again = 0; again < 3; again++) chain.Mine(Story.Submission(number * 1_000 + again));
            }

            chain.Mine(Story.Submission(number));
            await bench.CatchUpAsync();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    [Fact]
    public async Task A_snapshot_stays_at_its_block_whatever_comes_after_it_was_opened()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var old = await bench.OpenAsync();

        chain.Mine(Story.Submission(1));
        await bench.CatchUpAsync();

        Assert.Null(old.Invoices.Find(Story.InvoiceOf(1)));
        Assert.Equal(1ul, old.Head.Indexed.Number);
    }
}
