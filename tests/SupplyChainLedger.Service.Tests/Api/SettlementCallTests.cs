using SupplyChainLedger.Service.Api.Disputes;
using SupplyChainLedger.Service.Api.Participants;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Api.RuleBook;
using SupplyChainLedger.Service.Api.Settlements;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Service.Tests.Api;

/// <summary>Who is to be paid, what is in dispute, and by which rules.</summary>
public sealed class SettlementCallTests
{
    [Fact]
    public async Task An_instruction_names_every_payee_with_its_account_and_what_stands_in_the_way()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new GetPaymentInstructionCall(bench.Reader).AnswerAsync(
            new GetPaymentInstructionRequest { Receivable = LifeBench.Receivable }, bench.Call);

        Assert.Equal(
            [
                (LifeBench.Party(LifeStory.Supplier), 3_900L, PaymentObstacle.NoAccount),
                (LifeBench.Party(LifeStory.SecondTier), 3_000L, PaymentObstacle.Unspecified),
                (LifeBench.Party(LifeStory.Supplier), 2_000L, PaymentObstacle.FinancingUnderWay),
                (LifeBench.Party(LifeStory.Supplier), 1_000L, PaymentObstacle.Disputed),
            ],
            answer.Lines.Select(line => (line.Payee, line.Amount.MinorUnits, line.Obstacle)));
        Assert.Equal("DE02120300000000202051", answer.Lines[1].Account.Account_);
        Assert.Equal(ResourceNames.Of(LifeStory.IntentOf(5)), answer.Lines[1].Account.SettingIntent);
        Assert.Equal(3UL, answer.Lines[1].PayeeSince.BlockNumber);
        Assert.Null(answer.Lines[0].Account);
        Assert.All(answer.Lines, line => Assert.Equal(LifeBench.Party(LifeStory.Buyer), line.Payer));
    }

    [Fact]
    public async Task Before_the_confirmation_nobody_was_to_be_paid()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new GetPaymentInstructionCall(bench.Reader).AnswerAsync(
            new GetPaymentInstructionRequest
            {
                Receivable = LifeBench.Receivable,
                Date = new Date { Year = 2027, Month = 1, Day = 14 },
            },
            bench.Call);

        Assert.Empty(answer.Lines);
        Assert.Equal(14, answer.Date.Day);
    }

    [Fact]
    public async Task What_is_due_is_told_to_payer_and_payee()
    {
        using var bench = await LifeBench.OpenAsync();
        var list = new ListDueCall(bench.Reader);
        var day = new Date { Year = 2027, Month = 4, Day = 10 };

        var owed = await list.AnswerAsync(
            new ListDueRequest { Payer = LifeBench.Party(LifeStory.Buyer), DueFrom = day, DueUntil = day },
            bench.Call);
        var due = await list.AnswerAsync(
            new ListDueRequest { Payee = LifeBench.Party(LifeStory.SecondTier) }, bench.Call);
        var later = await list.AnswerAsync(
            new ListDueRequest
            {
                Payer = LifeBench.Party(LifeStory.Buyer),
                DueFrom = new Date { Year = 2027, Month = 4, Day = 11 },
            },
            bench.Call);

        Assert.Equal(9_900, owed.Due.Sum(one => one.Amount.MinorUnits));
        Assert.Equal(3_000, Assert.Single(due.Due).Amount.MinorUnits);
        Assert.Empty(later.Due);
        await LifeBench.RefusedAsync(
            ErrorReason.InvalidField, () => list.AnswerAsync(new ListDueRequest(), bench.Call));
    }

    [Fact]
    public async Task Nothing_was_paid_and_nobody_was_stopped()
    {
        using var bench = await LifeBench.OpenAsync();

        var payments = await new ListPaymentsCall(bench.Reader).AnswerAsync(
            new ListPaymentsRequest { Receivable = LifeBench.Receivable, State = DeclarationState.Unanswered },
            bench.Call);
        var stops = await new ListStopsCall(bench.Reader).AnswerAsync(
            new ListStopsRequest { OpenOnly = true }, bench.Call);

        Assert.Empty(payments.Payments);
        Assert.Empty(stops.Stops);
    }

    [Theory]
    [InlineData((int)DisputeState.Unspecified, 1)]
    [InlineData((int)DisputeState.Open, 1)]
    [InlineData((int)DisputeState.Answered, 0)]
    public async Task Disputes_are_listed_by_state(int state, int count)
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListDisputesCall(bench.Reader).AnswerAsync(
            new ListDisputesRequest { Receivable = LifeBench.Receivable, State = (DisputeState)state }, bench.Call);

        Assert.Equal(count, answer.Disputes.Count);
        Assert.All(answer.Disputes, dispute => Assert.Equal(
            ("two broken", 1_000L, DisputeState.Open),
            (dispute.Reason, dispute.Amount.MinorUnits, dispute.State)));
    }

    [Fact]
    public async Task A_credit_note_on_the_suppliers_own_holding_is_in_effect_at_once()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListCreditNotesCall(bench.Reader).AnswerAsync(
            new ListCreditNotesRequest { State = CreditNoteState.InEffect }, bench.Call);

        var note = Assert.Single(answer.CreditNotes);
        Assert.Equal(("CN-1", LifeBench.Eur(100), LifeBench.Holding), (note.Number, note.Amount, note.Holding));
        Assert.Null(note.AnswerDeadline);
    }

    [Fact]
    public async Task The_rules_in_force_are_those_the_ledger_was_created_with()
    {
        using var bench = await LifeBench.OpenAsync();
        var get = new GetRulesCall(bench.Reader);

        var inForce = (await get.AnswerAsync(new GetRulesRequest(), bench.Call)).Rules;
        var named = (await get.AnswerAsync(new GetRulesRequest { Name = "rules/1" }, bench.Call)).Rules;
        var all = await new ListRulesCall(bench.Reader).AnswerAsync(new ListRulesRequest(), bench.Call);

        Assert.Equal(("rules/1", "open", true, ""), (
            inForce.Name, inForce.DisplayName, inForce.InForce, inForce.ProposalIntent));
        Assert.Null(inForce.EffectiveTime);
        Assert.Equal(inForce, named);
        Assert.Equal([inForce], all.Rules);
        await LifeBench.RefusedAsync(
            ErrorReason.RulesNotFound, () => get.AnswerAsync(new GetRulesRequest { Name = "rules/2" }, bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.InvalidField, () => get.AnswerAsync(new GetRulesRequest { Name = "rules/+1" }, bench.Call));
    }

    [Fact]
    public async Task A_participant_shows_its_keys_with_permissions_and_its_thresholds()
    {
        using var bench = await LifeBench.OpenAsync();

        var shown = (await new GetParticipantCall(bench.Reader).AnswerAsync(
            new GetParticipantRequest { Name = LifeBench.Party(LifeStory.Supplier) }, bench.Call)).Participant;

        Assert.Equal(6, Assert.Single(shown.Signers).Permissions.Count);
        Assert.Equal([LifeBench.Eur(500_000)], shown.Thresholds);
    }
}
