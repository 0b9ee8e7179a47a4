using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

/// <summary>Who is to be paid, how much and where to.</summary>
public sealed class SettlementQueriesTests
{
    private const ulong Day = 86_400;

    [Fact]
    public async Task The_instruction_names_each_current_holder_and_its_account_largest_first()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var transfer = life.Propose(life.Root, recipient: 2, amount: 700);
        await bench.TellAsync(
            Account(1, "DE01"), Account(2, "old"), transfer, life.AnswerTransfer(transfer.Holding, accepted: true),
            Account(2, "DE02"));

        var lines = bench.Snapshot.Settlement.InstructionOn(life.Id, Today(bench));

        Assert.Equal(
            [(2u, 700ul, "DE02"), (1u, 300ul, "DE01")],
            lines.Select(line => (
                line.Holding.Record.Holder.Value, line.Holding.Record.Amount, line.Account!.Account)));
        Assert.Equal(bench.Chain.Head, lines[0].PayeeSince.Block);
        Assert.True(lines[1].PayeeSince.Block < bench.Chain.Head);
        Assert.All(lines, line => Assert.Equal((new ParticipantId(3), false), (line.Holding.Payer, line.IsFrozen)));
    }

    [Fact]
    public async Task The_instruction_of_a_past_day_is_that_of_its_end()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync(Account(1, "first"));
        var first = Today(bench);
        bench.Chain.Elapsed += Day;
        var declared = life.Pay(life.Root, 400);
        await bench.TellAsync(declared, Account(1, "second"));
        bench.Chain.Elapsed += Day;
        await bench.TellAsync(life.AnswerPayment(life.Root, received: true), Account(1, "third"));

        Assert.Equal(
            [(1_000ul, "first", false), (1_000ul, "second", true), (600ul, "third", false)],
            Enumerable.Range(0, 3).Select(days => Assert.Single(Instruction(days))).Select(line => (
                line.Holding.Record.Amount, line.Account!.Account, line.IsFrozen)));
        Assert.Empty(Instruction(-1));

        IReadOnlyList<PaymentLine> Instruction(int days) =>
            bench.Snapshot.Settlement.InstructionOn(life.Id, new EpochDay((uint)(first.Value + days)));
    }

    [Fact]
    public async Task A_holder_without_an_account_has_none_and_a_disputed_part_is_frozen()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var dispute = life.Dispute(life.Root, 200);
        await bench.TellAsync(dispute, Account(1, "in francs") with { Currency = "CHF" });

        var lines = bench.Snapshot.Settlement.InstructionOn(life.Id, Today(bench));

        Assert.All(lines, line => Assert.Null(line.Account));
        Assert.Equal([false, true], lines.Select(line => line.IsFrozen));
        Assert.Equal(HoldingStep.DisputeOpened, lines[1].Holding.Record.Step);
    }

    [Fact]
    public async Task What_is_due_comes_soonest_first_to_payer_and_payee_in_pages_that_lose_nothing()
    {
        using var bench = await ReceivableBench.OpenAsync();
        for (var number = 1; number <= 12; number++)
        {
            var life = await bench.ConfirmAsync(
                number, (uint)(1 + number % 2), (uint)(3 + number / 2 % 2), (uint)(number * 7 % 5 * 10));
            if (number % 4 == 0) await bench.TellAsync(life.Pay(life.Root, 50), life.AnswerPayment(life.Root, true));
        }

        var filters =
            from payer in (ParticipantId?[])[null, new(3), new(4)]
            from payee in (ParticipantId?[])[null, new(1), new(2)]
            from start in (EpochDay?[])[null, DueIn(10)]
            from until in (EpochDay?[])[null, DueIn(30)]
            where payer is not null || payee is not null
            select new DueFilter(payer, payee, start, until);
        var all = bench.Snapshot.Holdings.List(new(), Paged.First).Items.Where(one => one.Record.Amount > 0)
            .OrderBy(one => one.DueDate.Value).ThenBy(one => one.Opened.Key).ToList();
        foreach (var filter in filters)
        {
            var expected = all.Where(one =>
                (filter.Payer is null || one.Payer == filter.Payer)
                && (filter.Payee is null || one.Record.Holder == filter.Payee)
                && (filter.From is null || one.DueDate.Value >= filter.From.Value.Value)
                && (filter.Until is null || one.DueDate.Value <= filter.Until.Value.Value));
            var found = Paged.All(page => bench.Snapshot.Settlement.ListDue(filter, page), 2);
            Assert.Equal(expected, found.Select(line => line.Holding));
        }
    }

    [Fact]
    public async Task A_seller_called_upon_is_the_one_who_has_to_pay()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync([.. life.Finance(life.Root, financier: 5, amount: 1_000, recourse: true)]);
        var part = life.Words.Keys.Single(one => one != life.Root);
        await bench.TellAsync(life.Apply(part), life.Apply(part), life.ClaimRecourse(part));

        Assert.Equal(
            part, Assert.Single(bench.Snapshot.Settlement.ListDue(new DueFilter(Payer: new(1)), Paged.First).Items)
                .Holding.Id);
        Assert.Empty(bench.Snapshot.Settlement.ListDue(new DueFilter(Payer: new(3)), Paged.First).Items);
    }

    [Fact]
    public async Task Every_combination_of_filters_lists_the_payments_that_a_plain_search_finds()
    {
        var lives = new RandomLives(55);
        var chain = new ScriptedChain();
        chain.Mine(RandomLives.Participants());
        for (var block = 0; block < 150; block++) chain.Mine(lives.Block());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();
        var all = Paged.All(page => snapshot.Settlement.ListPayments(new PaymentFilter(), page), 1000);
        Assert.True(all.Count > 20);
        Assert.Equal(all.OrderByDescending(one => one.Declared.Key), all);

        var filters =
            from receivable in (InvoiceId?[])[null, all[1].Receivable]
            from holding in (HoldingId?[])[null, all[1].Holding]
            from payer in (ParticipantId?[])[null, new(3)]
            from holder in (ParticipantId?[])[null, new(2)]
            from state in (PaymentState?[])[null, PaymentState.Received]
            from silent in (bool?[])[null, true]
            select new PaymentFilter(receivable, holding, payer, holder, state, silent);
        foreach (var filter in filters)
        {
            Assert.Equal(
                all.Where(filter.Admits),
                Paged.All(page => snapshot.Settlement.ListPayments(filter, page), 4));
        }
    }

    private static AccountSet Account(uint participant, string account) =>
        new(new ParticipantId(participant), Story.IntentOf($"{participant} {account}"), "EUR", account);

    private static EpochDay Today(ReceivableBench bench) =>
        new((uint)(bench.Snapshot.Head.Indexed.Timestamp / Day));

    private static EpochDay DueIn(uint days) => new(Story.IssueDay.Value + days);
}
