using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

/// <summary>Who is taken next where more waits than goes into a batch.</summary>
public sealed class FairnessTests : IDisposable
{
    private const int Batch = 10;

    private static readonly InvoiceId Receivable = new(Hash32.Parse("0x" + new string('7', 64)));
    private static readonly RelayOptions Small = new() { MaxIntents = Batch, MaxInFlight = 1000 };

    private readonly List<PrivateKey> _keys = [];

    [Fact]
    [Trait("Fault", "61")]
    public async Task One_intent_goes_with_the_next_batch_however_much_of_another_participant_waits()
    {
        await using var bench = new Workbench(Small);
        await bench.SubmitManyAsync(300);
        var single = await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);

        Assert.True((await bench.RelayAsync()).HasSent);

        Assert.Equal(EntryState.Sent, bench.Entry(single).State);
        Assert.Equal(new(291, Batch, 0), bench.Log.ReadStandings());
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task A_participant_is_served_in_the_order_of_acceptance()
    {
        await using var bench = new Workbench(Small);
        var entries = await bench.SubmitManyAsync(40);
        await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);
        var order = entries.Select(static entry => entry.Sequence).Order().ToList();

        var first = Take(bench);
        Assert.Equal(order[..9], first.Where(IsOfSupplier).Select(static entry => entry.Sequence));
        await bench.RelayAsync();
        Assert.Equal(order[9..19], Take(bench).Select(static entry => entry.Sequence));
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task Everybody_has_a_turn_before_anybody_has_a_second_one()
    {
        await using var bench = new Workbench(Small);
        var parties = Enumerable.Range(10, 35).Select(number => Join(bench, (uint)number)).ToList();
        for (var round = 0; round < 3; round++)
        {
            foreach (var (participant, key) in parties) await bench.AcceptAsync(Threshold(bench, participant), key);
        }

        for (var batch = 0; batch < 4; batch++) await bench.RelayAsync();
        var sent = bench.Log.List(participant: null, EntryState.Sent, before: null, limit: 1000);
        Assert.Equal(4 * Batch, sent.Count);
        Assert.Equal(35, sent.Select(static entry => entry.Participant).Distinct().Count());
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task Shares_are_of_bytes_so_that_large_intents_win_nothing()
    {
        await using var bench = new Workbench(Small);
        for (var number = 0; number < 20; number++)
        {
            var large = bench.Submission(number) with { Number = $"{number}-{new string('x', 60)}" };
            await bench.AcceptAsync(large);
            await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);
        }

        var bytes = Take(bench).ToLookup(static entry => entry.Participant, static entry => entry.Call.Length);
        var (large0, small) = (bytes[Workbench.Supplier].Sum(), bytes[Workbench.Buyer].Sum());
        Assert.True(bytes[Workbench.Buyer].Count() > bytes[Workbench.Supplier].Count());
        Assert.InRange(Math.Abs(large0 - small), 0, bytes[Workbench.Supplier].Max());
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task An_answer_takes_its_question_along_from_the_far_end_of_anothers_line()
    {
        await using var bench = new Workbench(Small);
        var (recipient, key) = Join(bench, 3);
        await bench.SubmitManyAsync(100);
        var limit = await bench.AcceptAsync(Threshold(bench, Workbench.Supplier));
        var question = await bench.AcceptAsync(Transfer(bench, recipient));
        var answer = await bench.AcceptAsync(Answer(bench, recipient), key);

        var batch = Take(bench).Select(static entry => entry.Sequence).ToList();

        Assert.Equal([limit.Sequence, question.Sequence, answer.Sequence], batch[^3..]);
        Assert.Equal(Batch, batch.Count);
        Assert.Equal(batch.Order(), batch);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task What_waits_on_one_receivable_keeps_its_order_over_many_batches()
    {
        await using var bench = new Workbench(Small);
        var (recipient, key) = Join(bench, 3);
        await bench.SubmitManyAsync(60);
        var chain = new List<OutboxEntry>();
        for (var i = 0; i < 25; i++) chain.Add(await bench.AcceptAsync(Transfer(bench, recipient)));
        for (var i = 0; i < 3; i++) chain.Add(await bench.AcceptAsync(Answer(bench, recipient), key));
        var sent = new List<long>();
        while (Take(bench) is { Count: > 0 } next)
        {
            sent.AddRange(next.Select(static entry => entry.Sequence));
            Assert.True((await bench.RelayAsync()).HasSent);
            Assert.All(next, entry => Assert.Equal(EntryState.Sent, bench.Entry(entry).State));
        }

        Assert.Equal(88, sent.Count);
        var order = chain.Select(static entry => entry.Sequence).ToList();
        Assert.Equal(order, sent.Where(order.Contains));

        // The recipient's own turns have carried half of it.
        Assert.InRange(sent.IndexOf(order[^1]), 28, 65);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task What_waits_for_a_later_time_holds_up_neither_its_line_nor_others()
    {
        await using var bench = new Workbench(Small);
        var entries = await bench.SubmitManyAsync(30);
        var single = await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);
        var later = bench.Clock.Seconds + 60;
        var first = entries.MinBy(static entry => entry.Sequence)!;
        await bench.Writer.WriteAsync(
            session =>
            {
                OutcomeTable.Postpone(session, first.Hash, later);
                OutcomeTable.Postpone(session, single.Hash, later);
                return true;
            },
            TestContext.Current.CancellationToken);

        var now = Take(bench).Select(static entry => entry.Sequence).ToList();
        Assert.Equal(Batch, now.Count);
        Assert.DoesNotContain(first.Sequence, now);
        Assert.DoesNotContain(single.Sequence, now);
        bench.Clock.Advance(TimeSpan.FromSeconds(60));
        var then = Take(bench).Select(static entry => entry.Sequence).ToList();
        Assert.Contains(first.Sequence, then);
        Assert.Contains(single.Sequence, then);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task A_batch_that_is_shared_stays_within_its_bytes()
    {
        await using var bench = new Workbench(new RelayOptions { MaxIntents = 400, MaxCallBytes = 10_000 });
        await bench.SubmitManyAsync(50);
        var single = await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);

        var batch = bench.NextBatch(400);

        Assert.InRange(batch.Sum(static entry => entry.Call.Length), 9_000, 10_000);
        Assert.Equal(single.Sequence, batch[^1].Sequence);
    }

    public void Dispose()
    {
        foreach (var key in _keys) key.Dispose();
    }

    private static bool IsOfSupplier(OutboxEntry entry) => entry.Participant == Workbench.Supplier;

    private static List<OutboxEntry> Take(Workbench bench) => bench.NextBatch(Batch);

    private (ParticipantId Participant, PrivateKey Key) Join(Workbench bench, uint number)
    {
        var key = PrivateKey.Generate();
        _keys.Add(key);
        bench.Register.Register(new ParticipantId(number), ParticipantRoles.Supplier, key.Address);
        return (new ParticipantId(number), key);
    }

    private static SetThreshold Threshold(Workbench bench, ParticipantId participant) =>
        new(participant, "EUR", 1_000, bench.NextNonce(), bench.Deadline());

    private static ProposeTransfer Transfer(Workbench bench, ParticipantId recipient) => new(
        Workbench.Supplier, Receivable, HoldingId.RootOf(Receivable), recipient, 500, Hash32.Zero,
        bench.NextNonce(), bench.Deadline());

    private static AnswerTransfer Answer(Workbench bench, ParticipantId recipient) => new(
        recipient, Receivable, HoldingId.RootOf(Receivable), Accepted: true, "", bench.NextNonce(), bench.Deadline());
}
