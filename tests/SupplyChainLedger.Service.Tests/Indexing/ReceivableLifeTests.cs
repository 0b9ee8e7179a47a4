using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

/// <summary>What the index makes of each step in a receivable's life. The receivable is of 1,000 minor units.</summary>
public sealed class ReceivableLifeTests
{
    [Fact]
    public async Task A_transfer_that_is_accepted_changes_hands_and_names_its_document()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var proposed = life.Propose(life.Root, recipient: 2, amount: 300);

        await bench.TellAsync(proposed);
        Assert.Equal(ProposalState.Proposed, bench.Snapshot.Holdings.FindTransfer(proposed.Holding)!.State);
        await bench.TellAsync(life.AnswerTransfer(proposed.Holding, accepted: true));

        var transfer = bench.Snapshot.Holdings.FindTransfer(proposed.Holding)!;
        Assert.Equal((ProposalState.Accepted, 300ul), (transfer.State, transfer.Amount));
        Assert.Equal((new ParticipantId(1), new ParticipantId(2)), (transfer.Sender, transfer.Recipient));
        Assert.Equal(proposed.TradeDocument, transfer.TradeDocument);
    }

    [Fact]
    public async Task A_receivable_and_its_holding_say_where_they_were_changed_last()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var payment = life.Pay(life.Root, 100);

        await bench.TellAsync(payment);

        var at = new LogPosition(bench.Chain.Head, (uint)bench.Chain[bench.Chain.Head].Logs[0].LogIndex);
        var holding = bench.Snapshot.Holdings.Find(life.Root)!;
        Assert.Equal((at, payment.Intent), (holding.Changed, holding.ChangeIntent));
        Assert.Equal(at, bench.Snapshot.Receivables.Find(life.Id)!.Changed);
    }

    [Fact]
    public async Task Accepting_an_offer_lapses_the_others_and_books_the_exposure()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var request = life.Request(life.Root, 400, lowest: 380);
        var (first, second) = (life.Offer(request.Holding, 5, 390), life.Offer(request.Holding, 6, 395));
        await bench.TellAsync(
            new ExposureLimitSet(new(6), new(3), Story.IntentOf("limit"), "EUR", 1_000), request, first, second,
            life.Accept(second));

        var financing = bench.Snapshot.Financing.Find(request.Holding)!;
        Assert.Equal(
            (FinancingState.OfferAccepted, second.Offer, new ParticipantId(6)),
            (financing.State, financing.Accepted!.Offer, financing.Accepted.Financier));
        Assert.Equal(OfferState.Lapsed, bench.Snapshot.Financing.FindOffer(first.Offer)!.State);
        Assert.Equal(OfferState.Accepted, bench.Snapshot.Financing.FindOffer(second.Offer)!.State);
        var exposure = bench.Snapshot.Exposures.Find(new(6), new(3), "EUR")!;
        Assert.Equal((1_000ul, 400ul, 600ul), (exposure.Limit, exposure.Used, exposure.Free));
    }

    [Fact]
    public async Task A_contested_disbursement_keeps_both_sides_evidence_and_can_still_be_acknowledged()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var request = life.Request(life.Root, 1_000);
        var offer = life.Offer(request.Holding, 5, 950, recourse: true);
        await bench.TellAsync(
            request, offer, life.Accept(offer), life.Disburse(request.Holding, 950),
            life.AnswerDisbursement(request.Holding, received: false));
        var contested = bench.Snapshot.Financing.Find(request.Holding)!;
        Assert.Equal(FinancingState.DisbursementContested, contested.State);
        Assert.Equal(("E2E-1", "ZDW-77", 950ul), (
            contested.Disbursement!.BankReference, contested.Disbursement.RegistryReference,
            contested.Disbursement.Amount));

        await bench.TellAsync(life.AnswerDisbursement(request.Holding, received: true));

        var financing = bench.Snapshot.Financing.Find(request.Holding)!;
        Assert.Equal(FinancingState.Financed, financing.State);
        Assert.Equal("nothing came", financing.Contest!.Reason);
        Assert.False(financing.BySilence);
        var part = bench.Snapshot.Holdings.Find(request.Holding)!;
        Assert.Equal((new ParticipantId(5), new ParticipantId(1)), (part.Record.Holder, part.Counterparty!.Value));
    }

    [Fact]
    public async Task Silence_passes_the_part_on_and_counts_a_payment_as_received()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var request = life.Request(life.Root, 600);
        var offer = life.Offer(request.Holding, 5, 590);
        await bench.TellAsync(
            request, offer, life.Accept(offer), life.Disburse(request.Holding, 590), life.Apply(request.Holding));
        Assert.True(bench.Snapshot.Financing.Find(request.Holding)!.BySilence);

        await bench.TellAsync(life.Pay(request.Holding, 250), life.Apply(request.Holding, participant: 3));

        var payment = PaymentOf(bench, request.Holding);
        Assert.Equal((PaymentState.Received, true, 250ul), (payment.State, payment.BySilence, payment.Amount));
        Assert.Equal((new ParticipantId(3), new ParticipantId(5)), (payment.Payer, payment.Holder));
        var receivable = bench.Snapshot.Receivables.Find(life.Id)!;
        Assert.Equal((250ul, 750ul), (receivable.Paid, receivable.Outstanding));
    }

    [Fact]
    public async Task A_seller_that_buys_back_has_paid_nothing_of_the_debt()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync([.. life.Finance(life.Root, financier: 5, amount: 1_000, recourse: true)]);
        var part = life.Words.Keys.Single(one => one != life.Root);
        await bench.TellAsync(life.Apply(part), life.Apply(part), life.ClaimRecourse(part));
        Assert.Equal(new ParticipantId(1), bench.Snapshot.Holdings.Find(part)!.Payer);

        await bench.TellAsync(life.BuyBack(part), life.AnswerPayment(part, received: true));

        var payment = PaymentOf(bench, part);
        Assert.Equal((PaymentKind.Repurchase, PaymentState.Received), (payment.Kind, payment.State));
        var receivable = bench.Snapshot.Receivables.Find(life.Id)!;
        Assert.Equal((0ul, 1_000ul), (receivable.Paid, receivable.Outstanding));
        Assert.Equal(new ParticipantId(3), bench.Snapshot.Holdings.Find(part)!.Payer);
    }

    [Fact]
    public async Task What_is_written_off_and_recovered_later_is_told_apart()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync(life.Apply(life.Root), life.Apply(life.Root), life.WriteOff(life.Root));
        await bench.TellAsync(life.Recover(life.Root, 120));

        var receivable = bench.Snapshot.Receivables.Find(life.Id)!;
        Assert.Equal(
            (0ul, 1_000ul, 120ul), (receivable.Outstanding, receivable.WrittenOff, receivable.Recovered));
    }

    [Fact]
    public async Task Credit_notes_and_disputes_make_the_debt_less()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var own = life.Credit(life.Root, 100);
        var dispute = life.Dispute(life.Root, 200);
        await bench.TellAsync(own, dispute, life.AnswerDispute(dispute.Holding, 0));
        var open = DisputeOf(bench, life);
        Assert.Equal((DisputeState.Open, "one pallet was"), (open.State, open.Answer!.Reason));

        await bench.TellAsync(life.AnswerDispute(dispute.Holding, 150));

        var ended = DisputeOf(bench, life);
        Assert.Equal((DisputeState.Credited, 150ul), (ended.State, ended.Credited));
        var notes = bench.Snapshot.Corrections.ListCreditNotes(new CreditNoteFilter(life.Id), Paged.First);
        Assert.Equal((own.Intent, ProposalState.Accepted), (
            Assert.Single(notes.Items).Id, notes.Items[0].State));
        var receivable = bench.Snapshot.Receivables.Find(life.Id)!;
        Assert.Equal((250ul, 750ul), (receivable.Credited, receivable.Outstanding));
    }

    [Fact]
    public async Task A_cancellation_undoes_the_invoice_and_all_of_the_debt()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync(life.RequestCancellation(), life.AnswerCancellation(accepted: false));
        Assert.Equal(ProposalState.Declined, bench.Snapshot.Corrections.NewestCancellation(life.Id)!.State);

        await bench.TellAsync(life.RequestCancellation(), life.AnswerCancellation(accepted: true));

        var receivable = bench.Snapshot.Receivables.Find(life.Id)!;
        Assert.Equal((0ul, 1_000ul), (receivable.Outstanding, receivable.Cancelled));
        Assert.Equal(InvoiceState.Cancelled, bench.Snapshot.Invoices.Find(life.Id)!.Record.State);
    }

    [Fact]
    public async Task A_stop_lasts_until_it_is_lifted_and_both_stay_on_record()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var defaulted = life.Apply(life.Root);
        await bench.TellAsync(defaulted, new ObligorStopped(new(3), life.Id, life.Root, defaulted.Intent));
        Assert.Equal(life.Root, Assert.Single(InForce(bench)).Holding);

        await bench.TellAsync(new StopLifted(new(3), new(7), Story.IntentOf("lift"), "paid in full"));

        Assert.Empty(InForce(bench));
        var stops = bench.Snapshot.Settlement.ListStops(new StopFilter(new(3)), Paged.First);
        Assert.Equal("paid in full", Assert.Single(stops.Items).Lifted!.Reason);
    }

    [Fact]
    public async Task Each_intent_has_one_outcome_though_two_events_tell_of_a_stop()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var defaulted = life.Apply(life.Root, participant: 6);
        await bench.TellAsync(defaulted, new ObligorStopped(new(3), life.Id, life.Root, defaulted.Intent));

        var outcome = Assert.Single(bench.Bench.Outcomes.InBlock(bench.Chain.Head));

        Assert.Equal(
            (IntentVerdict.Executed, defaulted.Intent.Value, new ParticipantId(6), life.Id),
            (outcome.Verdict, outcome.Key, outcome.Participant, outcome.Invoice!.Value));
    }

    [Fact]
    public async Task What_the_contract_cannot_have_logged_is_refused_and_changes_nothing()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        var before = bench.Bench.Content();
        var word = life[life.Root];

        LedgerEvent[] impossible =
        [
            life.AnswerPayment(life.Root, received: true) with { Record = word },
            new RecourseClaimed(life.Id, new HoldingId(Story.HashOf("none")), new(1), Story.IntentOf("none"), word),
            life.Apply(life.Root) with { Record = word with { Amount = 900 }, Step = HoldingStep.None },
            life.Apply(life.Root) with { Record = word with { Amount = 1_100 }, Step = HoldingStep.None },
            new OfferWithdrawn(
                life.Root, new OfferId(Story.HashOf("none")), new(5), life.Id, Story.IntentOf("none")),
            new StopLifted(new(3), new(7), Story.IntentOf("none"), "never stopped"),
        ];
        foreach (var one in impossible)
        {
            bench.Chain.Mine(one);
            await Assert.ThrowsAsync<InconsistentChainException>(bench.Bench.CatchUpAsync);
            Assert.Equal(before, bench.Bench.Content());
            bench.Chain.Drop(1);
        }
    }

    private static PaymentRecord PaymentOf(ReceivableBench bench, HoldingId holding) => Assert.Single(
        bench.Snapshot.Settlement.ListPayments(new PaymentFilter(Holding: holding), Paged.First).Items);

    private static DisputeRecord DisputeOf(ReceivableBench bench, ReceivableLife life) => Assert.Single(
        bench.Snapshot.Corrections.ListDisputes(new DisputeFilter(life.Id), Paged.First).Items);

    private static IReadOnlyList<StopRecord> InForce(ReceivableBench bench) =>
        bench.Snapshot.Settlement.ListStops(new StopFilter(InForceOnly: true), Paged.First).Items;
}
