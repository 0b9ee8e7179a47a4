using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class HoldingTraceTests
{
    [Fact]
    public async Task A_holding_is_followed_through_all_hands_back_to_the_obligor()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var first = life.Propose(life.Root, recipient: 2, amount: 700);
        await bench.TellAsync(first, life.AnswerTransfer(first.Holding, accepted: true));
        var second = life.Propose(first.Holding, recipient: 4, amount: 500);
        await bench.TellAsync(second, life.AnswerTransfer(second.Holding, accepted: true));
        // What the second holder passes on after that is no part of the path.
        var aside = life.Propose(first.Holding, recipient: 1, amount: 100);
        await bench.TellAsync(aside, life.AnswerTransfer(aside.Holding, accepted: true));
        await bench.TellAsync([.. life.Finance(second.Holding, financier: 5, amount: 200)]);
        var sold = life.Parents.Single(pair => pair.Value == second.Holding).Key;

        var tiers = bench.Snapshot.Holdings.Trace(bench.Snapshot.Holdings.Find(sold)!);

        Assert.Equal(
            [
                Told(sold, 5, 4, TierKind.Financing, 3, 200, default),
                Told(second.Holding, 4, 2, TierKind.Transfer, 2, 500, second.TradeDocument),
                Told(first.Holding, 2, 1, TierKind.Transfer, 1, 700, first.TradeDocument),
                Told(life.Root, 1, 3, TierKind.Confirmation, 0, 1_000, Story.Submission(10).DocumentHash),
            ],
            tiers.Select(tier => tier with { At = default }));
        Assert.Equal(tiers.OrderByDescending(tier => tier.At.Key), tiers);
    }

    [Fact]
    public async Task A_part_that_nobody_took_is_its_holders_still()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var declined = life.Propose(life.Root, recipient: 2, amount: 300);
        await bench.TellAsync(declined, life.AnswerTransfer(declined.Holding, accepted: false));

        var tiers = bench.Snapshot.Holdings.Trace(bench.Snapshot.Holdings.Find(declined.Holding)!);

        Assert.Equal([TierKind.Split, TierKind.Confirmation], tiers.Select(tier => tier.Kind));
        Assert.Equal((declined.Holding, new ParticipantId(1), 300ul), (
            tiers[0].Holding, tiers[0].Participant, tiers[0].Amount));
    }

    [Fact]
    public async Task A_part_bought_back_shows_both_ways()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync([.. life.Finance(life.Root, financier: 5, amount: 1_000, recourse: true)]);
        var part = life.Words.Keys.Single(one => one != life.Root);
        await bench.TellAsync(
            life.Apply(part), life.Apply(part), life.ClaimRecourse(part), life.BuyBack(part),
            life.AnswerPayment(part, received: true));

        var tiers = bench.Snapshot.Holdings.Trace(bench.Snapshot.Holdings.Find(part)!);

        Assert.Equal(
            [(TierKind.Repurchase, 1u, 1), (TierKind.Financing, 5u, 1), (TierKind.Confirmation, 1u, 0)],
            tiers.Select(tier => (tier.Kind, tier.Participant.Value, tier.Depth)));
    }

    private static Tier Told(
        HoldingId holding, uint participant, uint from, TierKind kind, int depth, ulong amount, Hash32 document) =>
        new(holding, new ParticipantId(participant), new ParticipantId(from), kind, depth, amount, document, default);
}
