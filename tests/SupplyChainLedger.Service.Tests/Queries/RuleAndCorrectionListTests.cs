using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class RuleAndCorrectionListTests
{
    [Fact]
    public async Task The_rules_in_force_are_the_newest_whose_time_has_come()
    {
        using var bench = await ReceivableBench.OpenAsync();
        await bench.TellAsync(
            new RulesProposed(1, default, 0, RulePresets.Open),
            new RulesProposed(2, Story.IntentOf("rules"), 2_000, RulePresets.Cn77));

        var rules = bench.Snapshot.Rules;

        Assert.Equal([2, 1], rules.List(Paged.First).Items.Select(one => (int)one.Version));
        Assert.Equal((1, 2), (rules.InForce(1_999)!.Version, rules.InForce(2_000)!.Version));
        Assert.Equal((RulePresets.Cn77, Story.IntentOf("rules")), (rules.Find(2)!.Rules, rules.Find(2)!.Intent!.Value));
        Assert.Null(rules.Find(1)!.Intent);
        Assert.Null(rules.Find(3));
    }

    [Fact]
    public async Task A_participants_thresholds_are_the_newest_of_each_currency()
    {
        using var bench = await ReceivableBench.OpenAsync();
        await bench.TellAsync(Threshold("USD", 5), Threshold("EUR", 7), Threshold("EUR", ulong.MaxValue));

        Assert.Equal(
            [("EUR", ulong.MaxValue), ("USD", 5ul)],
            bench.Snapshot.Participants.ThresholdsOf(new(1)).Select(one => (one.Currency, one.Amount)));
    }

    [Fact]
    public async Task An_act_is_found_with_its_block_and_its_intent()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var proposed = life.Propose(life.Root, 2, 300);
        await bench.TellAsync(proposed);
        var part = bench.Snapshot.Holdings.Find(proposed.Holding)!;

        var act = bench.Snapshot.Events.ActAt(part.Opened);

        Assert.Equal(new IntentHash(proposed.Holding.Value), act.Intent);
        Assert.Equal(bench.Chain[bench.Chain.Head].Header.Hash, act.At.Block.Hash);
    }

    [Fact]
    public async Task Whoever_holds_offers_or_is_named_hears_of_an_event_and_nobody_else()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var request = life.Request(life.Root, 400);
        var (lost, won) = (life.Offer(request.Holding, 5, 390), life.Offer(request.Holding, 6, 395));
        await bench.TellAsync(request, lost, won);
        var accepted = life.Accept(won);
        await bench.TellAsync(accepted);

        foreach (var (participant, hears) in ((uint, bool)[])
            [(1, true), (2, false), (3, true), (4, false), (5, true), (6, true)])
        {
            var heard = bench.Snapshot.Events.After(null, new EventFilter(Participant: new(participant)), 1000);
            Assert.Equal(hears, heard.Any(row => row.Event is OfferAccepted));
        }
    }

    [Fact]
    public async Task Disputes_and_credit_notes_are_listed_by_whom_they_concern()
    {
        var lives = new RandomLives(33);
        var chain = new ScriptedChain();
        chain.Mine(RandomLives.Participants());
        for (var block = 0; block < 150; block++) chain.Mine(lives.Block());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();
        var disputes = Paged.All(page => snapshot.Corrections.ListDisputes(new DisputeFilter(), page), 1000);
        var notes = Paged.All(page => snapshot.Corrections.ListCreditNotes(new CreditNoteFilter(), page), 1000);
        Assert.True(disputes.Count > 3 && notes.Count > 3);

        var ofDisputes =
            from receivable in (InvoiceId?[])[null, disputes[0].Receivable]
            from buyer in (ParticipantId?[])[null, new(3)]
            from holder in (ParticipantId?[])[null, new(2)]
            from state in (DisputeState?[])[null, DisputeState.Credited]
            from answered in (bool?[])[null, false]
            select new DisputeFilter(receivable, buyer, holder, state, answered);
        foreach (var filter in ofDisputes)
        {
            Assert.Equal(
                disputes.Where(filter.Admits),
                Paged.All(page => snapshot.Corrections.ListDisputes(filter, page), 2));
        }

        var ofNotes =
            from receivable in (InvoiceId?[])[null, notes[0].Receivable]
            from supplier in (ParticipantId?[])[null, new(2)]
            from holder in (ParticipantId?[])[null, new(1)]
            from state in (ProposalState?[])[null, ProposalState.Accepted]
            select new CreditNoteFilter(receivable, supplier, holder, state);
        foreach (var filter in ofNotes)
        {
            Assert.Equal(
                notes.Where(filter.Admits),
                Paged.All(page => snapshot.Corrections.ListCreditNotes(filter, page), 2));
        }
    }

    private static ThresholdSet Threshold(string currency, ulong amount) =>
        new(new ParticipantId(1), Story.IntentOf($"{currency} {amount}"), currency, amount);
}
