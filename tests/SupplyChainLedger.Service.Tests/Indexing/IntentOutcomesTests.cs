using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class IntentOutcomesTests
{
    [Fact]
    public async Task Each_event_of_the_ledger_tells_the_outcome_of_its_intent()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        InvoiceSubmitted[] invoices = [Story.Submission(1), Story.Submission(2), Story.Submission(3)];
        chain.Mine(invoices);
        var block = chain.Mine(
            Story.Confirmation(invoices[0]), Story.Rejection(invoices[1]), Story.Withdrawal(invoices[2]),
            Story.RefusedWithReason(1, participant: 2), Story.NotAuthentic(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        var outcomes = bench.Outcomes.InBlock(3);

        Assert.Equal(
            [
                (IntentVerdict.Executed, new ParticipantId(3), invoices[0].Invoice),
                (IntentVerdict.Executed, new ParticipantId(3), invoices[1].Invoice),
                (IntentVerdict.Executed, new ParticipantId(1), invoices[2].Invoice),
                (IntentVerdict.Rejected, new ParticipantId(2), null),
                (IntentVerdict.Refused, new ParticipantId(0), (InvoiceId?)null),
            ],
            outcomes.Select(one => (one.Verdict, one.Participant, one.Invoice)));
        Assert.Equal([0xDE, 0xAD], outcomes[3].Reason.ToArray());
        Assert.Equal(Story.NotAuthentic(1).CallHash, outcomes[4].Key);
        Assert.All(outcomes, one => Assert.Equal(block.Header.Hash, one.At.Block.Hash));
        Assert.Equal(block.Logs.Select(log => log.TransactionHash), outcomes.Select(one => one.At.TransactionHash));
        foreach (var outcome in outcomes)
            Assert.Equal(outcome.At, bench.Outcomes.Find(outcome.Key)!.At);
    }

    [Fact]
    public async Task An_outcome_that_a_reorganisation_took_back_is_gone_and_may_come_again_elsewhere()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var key = Story.Submission(1).Intent.Value;
        Assert.Equal(2ul, bench.Outcomes.Find(key)!.At.Block.Number);

        chain.Drop(1);
        chain.Mine();
        await bench.CatchUpAsync();
        Assert.Null(bench.Outcomes.Find(key));
        Assert.Empty(bench.Outcomes.InBlock(2));
        Assert.Equal(chain[2].Header.Hash, bench.Outcomes.BlockHash(2));
        Assert.Null(bench.Outcomes.BlockHash(3));

        chain.Mine(Story.Submission(1));
        await bench.CatchUpAsync();
        Assert.Equal(3ul, bench.Outcomes.Find(key)!.At.Block.Number);
    }

    [Fact]
    public async Task Intents_whose_digests_begin_alike_are_told_apart()
    {
        var one = Story.Submission(1);
        var bytes = one.Intent.Value.ToBytes();
        bytes[^1] ^= 1;
        var other = Story.Submission(2) with { Intent = new IntentHash(Hash32.FromBytes(bytes)) };
        bytes[^1] ^= 2;
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(one, other);
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        Assert.Equal(one.Invoice, bench.Outcomes.Find(one.Intent.Value)!.Invoice);
        Assert.Equal(other.Invoice, bench.Outcomes.Find(other.Intent.Value)!.Invoice);
        Assert.Null(bench.Outcomes.Find(Hash32.FromBytes(bytes)));
    }

    [Fact]
    public async Task A_call_that_was_refused_twice_is_found_where_it_was_refused_last()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.NotAuthentic(1));
        chain.Mine(Story.NotAuthentic(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        Assert.Equal(2ul, bench.Outcomes.Find(Story.NotAuthentic(1).CallHash)!.At.Block.Number);
    }
}
