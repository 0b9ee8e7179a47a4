using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using ErrorReason = SupplyChainLedger.V1.ErrorReason;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class EventFeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_gets_everything_in_order_then_the_signal_then_what_is_new()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1), Story.Submission(2));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await using var feed = Feed(bench);

        Assert.Equal(8 + 2, (await TakeEventsAsync(feed, 10)).Count);
        var caughtUp = Assert.IsType<FeedCaughtUp>(await NextAsync(feed));
        Assert.Equal(2ul, caughtUp.ReadAt.Indexed.Number);

        var next = NextAsync(feed);
        chain.Mine();
        chain.Mine(Story.Submission(3));
        await bench.CatchUpAsync();
        var arrived = Assert.IsType<FeedEvent>(await next);
        Assert.Equal(Story.Submission(3), arrived.Row.Event);
        Assert.Equal((4ul, "party-1", "party-3"), (
            arrived.Row.At.Block.Number, arrived.Handles[new ParticipantId(1)], arrived.Handles[new ParticipantId(3)]));
    }

    [Fact]
    public async Task A_reader_that_resumes_after_each_event_misses_nothing_and_sees_nothing_twice()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 30; number++)
            chain.Mine(Story.Submission(number), Story.RefusedWithReason(number));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        var seen = new List<LedgerEvent>();
        var position = "";
        while (true)
        {
            await using var feed = Feed(bench, position);
            if (await NextAsync(feed) is not FeedEvent one) break;
            seen.Add(one.Row.Event);
            position = one.Position;
            Assert.True(position.Length <= 128);
        }

        Assert.Equal(
            Enumerable.Range(0, 32).SelectMany(number => chain[(ulong)number].Events).Select(one => one.ToString()),
            seen.Select(one => one.ToString()));
    }

    [Fact]
    public async Task More_events_than_one_page_come_without_a_gap()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        for (var block = 0; block < 3; block++)
            chain.Mine([.. Enumerable.Range(block * 300, 300).Select(number => Story.Submission(number))]);
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await using var feed = Feed(bench);

        var events = await TakeEventsAsync(feed, 8 + 900);

        Assert.Equal(
            Enumerable.Range(0, 900).Select(number => Story.InvoiceOf(number)),
            events.Skip(8).Select(one => one.Row.Event.InvoiceConcerned!.Value));
        Assert.IsType<FeedCaughtUp>(await NextAsync(feed));
    }

    [Fact]
    public async Task A_filter_shows_an_invoices_events_to_both_of_its_parties()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        var mine = Story.Submission(1, supplier: 1, buyer: 3);
        var others = Story.Submission(2, supplier: 2, buyer: 4);
        chain.Mine(mine, others, Story.RefusedWithReason(1, participant: 1));
        chain.Mine(Story.Confirmation(mine), Story.Confirmation(others));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        var ofSupplier = await AllAsync(bench, new EventFilter(Participant: new ParticipantId(1)));
        var ofBuyer = await AllAsync(bench, new EventFilter(Participant: new ParticipantId(3)));
        var ofInvoice = await AllAsync(bench, new EventFilter(Invoice: others.Invoice));
        var ofBoth = await AllAsync(bench, new EventFilter(mine.Invoice, new ParticipantId(1)));
        var ofStranger = await AllAsync(bench, new EventFilter(mine.Invoice, new ParticipantId(2)));

        Assert.Equal(
            [typeof(ParticipantRegistered), typeof(SignerAdded), typeof(InvoiceSubmitted), typeof(IntentRejected),
                typeof(InvoiceConfirmed)],
            ofSupplier.Select(one => one.GetType()));
        Assert.Equal(
            [typeof(ParticipantRegistered), typeof(SignerAdded), typeof(InvoiceSubmitted), typeof(InvoiceConfirmed)],
            ofBuyer.Select(one => one.GetType()));
        Assert.Equal([others, Story.Confirmation(others)], ofInvoice);
        Assert.Equal([mine, Story.Confirmation(mine)], ofBoth);
        Assert.Empty(ofStranger);
    }

    [Fact]
    public async Task A_reorganisation_is_told_with_what_stands_and_what_took_the_place_follows()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2));
        chain.Mine(Story.Submission(3));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await using var feed = Feed(bench);
        var before = await TakeEventsAsync(feed, 11);
        Assert.IsType<FeedCaughtUp>(await NextAsync(feed));

        chain.Drop(2);
        chain.Mine(Story.Submission(4));
        await bench.CatchUpAsync();

        var told = Assert.IsType<FeedReorganisation>(await NextAsync(feed));
        Assert.Equal((before[8].Position, 2ul), (told.AfterPosition, told.ForkBlock));
        Assert.Equal(Story.Submission(4), Assert.IsType<FeedEvent>(await NextAsync(feed)).Row.Event);
        Assert.IsType<FeedCaughtUp>(await NextAsync(feed));
    }

    [Fact]
    public async Task A_reorganisation_of_what_the_reader_has_not_had_yet_is_not_its_business()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        var mine = Story.Submission(1);
        chain.Mine(mine);
        chain.Mine(Story.Submission(2, supplier: 2, buyer: 4));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await using var feed = Feed(bench, filter: new EventFilter(Invoice: mine.Invoice));
        Assert.Single(await TakeEventsAsync(feed, 1));
        Assert.IsType<FeedCaughtUp>(await NextAsync(feed));

        chain.Drop(1);
        chain.Mine(Story.Confirmation(mine));
        await bench.CatchUpAsync();

        Assert.Equal(Story.Confirmation(mine), Assert.IsType<FeedEvent>(await NextAsync(feed)).Row.Event);
    }

    [Fact]
    public async Task A_reader_that_comes_back_with_a_position_in_a_vanished_block_is_told_the_fork()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine();
        chain.Mine();
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        string vanished;
        await using (var feed = Feed(bench)) vanished = (await TakeEventsAsync(feed, 9))[^1].Position;

        // Twice: the fork of the second branch lies below that of the first.
        chain.Drop(1);
        chain.Mine(Story.Submission(2));
        await bench.CatchUpAsync();
        chain.Drop(2);
        chain.Mine();
        chain.Mine(Story.Submission(3));
        await bench.CatchUpAsync();

        await using var resumed = Feed(bench, vanished);
        var told = Assert.IsType<FeedReorganisation>(await NextAsync(resumed));
        Assert.Equal(2ul, told.ForkBlock);
        await using (var fromThere = Feed(bench, told.AfterPosition))
            Assert.Equal(Story.Submission(3), Assert.IsType<FeedEvent>(await NextAsync(fromThere)).Row.Event);
        Assert.Equal(Story.Submission(3), Assert.IsType<FeedEvent>(await NextAsync(resumed)).Row.Event);
    }

    [Fact]
    public async Task When_nothing_stands_the_reader_begins_anew()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await using var feed = Feed(bench);
        await TakeEventsAsync(feed, 8);
        Assert.IsType<FeedCaughtUp>(await NextAsync(feed));

        chain.Drop(1);
        chain.Mine(Story.Registered(7, Contracts.Registry.ParticipantRoles.Auditor));
        await bench.CatchUpAsync();

        Assert.Equal(new FeedReorganisation("", 0), await NextAsync(feed));
        Assert.IsType<ParticipantRegistered>(Assert.IsType<FeedEvent>(await NextAsync(feed)).Row.Event);
    }

    [Fact]
    public async Task A_position_that_was_never_given_out_is_refused()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        string real;
        await using (var feed = Feed(bench)) real = (await TakeEventsAsync(feed, 1))[0].Position;
        var known = EventPosition.Parse(real);

        string[] forged =
        [
            "x",
            new string('A', 5_000),
            real[..^1],
            real + "A",
            real[..^1] + "!",
            "B" + real[1..],
            (known with { BlockHashStart = known.BlockHashStart + 1 }).ToString(),
            (known with { At = known.At with { LogIndex = 1 } }).ToString(),
            (known with { At = known.At with { Block = 2 } }).ToString(),
            (known with { At = new(ulong.MaxValue, uint.MaxValue) }).ToString(),
        ];
        foreach (var position in forged)
        {
            await using var feed = Feed(bench, position);
            var fault = await Assert.ThrowsAsync<LedgerFault>(() => NextAsync(feed));
            Assert.Equal(ErrorReason.PositionInvalid, fault.Reason);
        }
    }

    [Fact]
    public async Task A_reader_that_is_ahead_of_an_index_being_rebuilt_waits_for_it()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2));
        string position;
        using (var before = new IndexBench(chain))
        {
            await before.CatchUpAsync();
            await using var feed = Feed(before);
            position = (await TakeEventsAsync(feed, 9))[^1].Position;
        }

        using var rebuilt = new IndexBench(chain);
        await using var resumed = Feed(rebuilt, position);
        var next = NextAsync(resumed);
        await rebuilt.CatchUpAsync();

        // It may have caught up with the index before the index has caught up with the chain.
        var message = await next is FeedCaughtUp ? await NextAsync(resumed) : await next;
        Assert.Equal(Story.Submission(2), Assert.IsType<FeedEvent>(message).Row.Event);
    }

    private static IAsyncEnumerator<FeedMessage> Feed(
        IndexBench bench, string position = "", EventFilter? filter = null) =>
        bench.Feed.ReadAsync(position, filter ?? new EventFilter(), Cancellation).GetAsyncEnumerator(Cancellation);

    private static async Task<FeedMessage> NextAsync(IAsyncEnumerator<FeedMessage> feed)
    {
        Assert.True(await feed.MoveNextAsync());
        return feed.Current;
    }

    private static async Task<List<FeedEvent>> TakeEventsAsync(IAsyncEnumerator<FeedMessage> feed, int count)
    {
        var events = new List<FeedEvent>();
        while (events.Count < count) events.Add(Assert.IsType<FeedEvent>(await NextAsync(feed)));
        return events;
    }

    private static async Task<List<LedgerEvent>> AllAsync(IndexBench bench, EventFilter filter)
    {
        await using var feed = Feed(bench, filter: filter);
        var events = new List<LedgerEvent>();
        while (await NextAsync(feed) is FeedEvent one) events.Add(one.Row.Event);
        return events;
    }
}
