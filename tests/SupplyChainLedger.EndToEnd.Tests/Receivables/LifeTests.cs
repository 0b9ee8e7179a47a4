using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Receivables;

/// <summary>What becomes of a confirmed debt before it is due, on a running service.</summary>
public sealed class LifeTests(SharedService shared) : IAsyncLifetime
{
    private static readonly DateOnly Due = new(2099, 3, 31);
    private static readonly DateTimeOffset OpenUntil = new(2098, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private Trade _trade = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _trade = await Trade.OpenAsync(shared.Service);

    [Fact]
    public async Task The_obligors_credit_reaches_the_second_tier_becomes_money_there_and_every_figure_adds_up()
    {
        var whole = await _trade.ConfirmedAsync(100_000_00, Due);
        var steels = await Trade.PassedOnAsync(_trade.Brakes, whole, _trade.Steel, 40_000_00);
        var sold = await Trade.RequestedAsync(_trade.Steel, steels, 30_000_00, OpenUntil);
        await Trade.BoughtAsync(_trade.Steel, sold, _trade.Bank, 29_000_00, recourse: false);
        await Trade.PaidAsync(_trade.Buyer, whole, _trade.Brakes, 60_000_00);
        await Trade.PaidAsync(_trade.Buyer, steels, _trade.Steel, 10_000_00);
        await Trade.PaidAsync(_trade.Buyer, sold, _trade.Bank, 12_000_00);

        var receivable = await _trade.ReadAsync(whole.Receivable);
        Assert.Equal(82_000_00, receivable.PaidAmount.MinorUnits);
        Assert.Equal(18_000_00, receivable.OutstandingAmount.MinorUnits);
        var bought = await _trade.ReadAsync(sold);
        Assert.Equal("participants/bank-east", bought.Holder);
        Assert.Equal(18_000_00, bought.Amount.MinorUnits);
        Assert.Equal(HoldingPhase.Closed, (await _trade.ReadAsync(steels)).Phase);
    }

    [Fact]
    public async Task The_path_of_a_holding_leads_back_to_the_obligor_tier_by_tier()
    {
        var whole = await _trade.ConfirmedAsync(50_000_00, Due);
        var steels = await Trade.PassedOnAsync(_trade.Brakes, whole, _trade.Steel, 20_000_00);

        var path = await _trade.Steel.Client.Receivables.TraceHoldingAsync(steels.Holding, 0, Cancellation);

        Assert.Equal("participants/core-motors", path.Obligor);
        Assert.Equal(
            ["participants/tier2-steel", "participants/tier1-brakes"], path.Tiers.Select(tier => tier.Participant));
        Assert.Equal([20_000_00, 50_000_00], path.Tiers.Select(tier => tier.Amount.MinorUnits));
    }

    [Fact]
    public async Task Sealed_terms_are_read_by_the_one_who_asked_and_by_nobody_else()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var part = await Trade.RequestedAsync(_trade.Brakes, whole, 10_000_00, OpenUntil);
        var terms = new OfferTerms(9_700_00, 48_500);
        await Trade.OfferedAsync(_trade.Bank, part, terms, recourse: false);

        var seen = await _trade.Factor.Client.Financing.GetFinancingAsync(part.Holding, 0, Cancellation);
        var offer = Assert.Single(seen.Offers);

        Assert.Null(offer.Advance);
        Assert.Equal(0u, offer.DiscountMillionths);
        Assert.Null(OfferReader.Read(offer, _trade.Factor.Key));
        Assert.Equal(terms, OfferReader.Read(offer, _trade.Brakes.Key));
    }

    [Fact]
    [Trait("Fault", "66")]
    public async Task Of_two_acceptances_at_once_one_holds_and_the_other_is_told_why()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var part = await Trade.RequestedAsync(_trade.Brakes, whole, 10_000_00, OpenUntil);
        OfferId[] offers =
        [
            await Trade.OfferedAsync(_trade.Bank, part, new OfferTerms(9_700_00, 48_500), recourse: false),
            await Trade.OfferedAsync(_trade.Factor, part, new OfferTerms(9_800_00, 41_000), recourse: true),
        ];

        var refusals = await Task.WhenAll(offers.Select(async offer =>
        {
            var acceptance = _trade.Brakes.Signer.AcceptOffer(part, offer);
            return await LedgerRefusal.OfAsync(() =>
                _trade.Brakes.Client.Financing.AcceptOfferAsync(acceptance, WaitFor.Included, Cancellation));
        }));

        Assert.Single(refusals, (string?)null);
        Assert.Single(refusals, "HOLDING_STEP_MISMATCH");
        var states = (await _trade.Brakes.Client.Financing.GetFinancingAsync(part.Holding, 0, Cancellation)).Offers
            .Select(offer => offer.State).Order();
        Assert.Equal([OfferState.Accepted, OfferState.Lapsed], states);
    }

    [Fact]
    [Trait("Fault", "66")]
    public async Task What_is_on_offer_cannot_be_moved_paid_or_offered_again()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var part = await Trade.RequestedAsync(_trade.Brakes, whole, 6_000_00, OpenUntil);
        var brakes = _trade.Brakes;
        var steel = _trade.Steel.Signer.Participant;

        Assert.Equal("HOLDING_STEP_MISMATCH", await LedgerRefusal.OfAsync(() =>
            brakes.Client.Receivables.ProposeTransferAsync(
                brakes.Signer.ProposeTransfer(part, steel, 1_00), WaitFor.Included, Cancellation)));
        Assert.Equal("HOLDING_STEP_MISMATCH", await LedgerRefusal.OfAsync(() =>
            Trade.RequestedAsync(brakes, part, 1_00, OpenUntil)));
        Assert.Equal("HOLDING_STEP_MISMATCH", await LedgerRefusal.OfAsync(() =>
            Trade.DeclaredAsync(_trade.Buyer, part, 1_00)));
        Assert.Equal("AMOUNT_OUT_OF_RANGE", await LedgerRefusal.OfAsync(() =>
            Trade.RequestedAsync(brakes, whole, 4_000_01, OpenUntil)));
        Assert.Equal(10_000_00, (await _trade.ReadAsync(whole.Receivable)).OutstandingAmount.MinorUnits);
    }

    [Fact]
    public async Task A_disputed_part_is_frozen_and_the_rest_moves_on()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var dispute = _trade.Buyer.Signer.OpenDispute(whole, 3_000_00, "wrong steel");
        await _trade.Buyer.Client.Disputes.OpenDisputeAsync(dispute, WaitFor.Included, Cancellation);
        var disputed = whole.Part(dispute.Digest);

        Assert.Equal("HOLDING_STEP_MISMATCH", await LedgerRefusal.OfAsync(() =>
            Trade.PassedOnAsync(_trade.Brakes, disputed, _trade.Steel, 1_000_00)));
        await Trade.PassedOnAsync(_trade.Brakes, whole, _trade.Steel, 7_000_00);
        await _trade.Brakes.Client.Disputes.AnswerDisputeAsync(
            _trade.Brakes.Signer.AnswerDispute(disputed, 1_000_00, "a third of it was"),
            WaitFor.Included,
            Cancellation);

        var receivable = await _trade.ReadAsync(whole.Receivable);
        Assert.Equal(1_000_00, receivable.CreditedAmount.MinorUnits);
        Assert.Equal(9_000_00, receivable.OutstandingAmount.MinorUnits);
    }

    [Fact]
    public async Task A_buyer_that_has_waived_its_defences_cannot_dispute()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due, defencesWaived: true);
        var dispute = _trade.Buyer.Signer.OpenDispute(whole, 3_000_00, "wrong steel");

        Assert.Equal("DISPUTE_NOT_ALLOWED", await LedgerRefusal.OfAsync(() =>
            _trade.Buyer.Client.Disputes.OpenDisputeAsync(dispute, WaitFor.Included, Cancellation)));
    }

    [Fact]
    public async Task A_credit_note_on_a_financed_part_needs_its_holder()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var sold = await Trade.RequestedAsync(_trade.Brakes, whole, 6_000_00, OpenUntil);
        await Trade.BoughtAsync(_trade.Brakes, sold, _trade.Bank, 5_800_00, recourse: true);
        var brakes = _trade.Brakes;

        await brakes.Client.Disputes.IssueCreditNoteAsync(
            brakes.Signer.IssueCreditNote(whole, "CN-1", 500_00, Hash32.Zero), WaitFor.Included, Cancellation);
        Assert.Equal(500_00, (await _trade.ReadAsync(whole.Receivable)).CreditedAmount.MinorUnits);

        await brakes.Client.Disputes.IssueCreditNoteAsync(
            brakes.Signer.IssueCreditNote(sold, "CN-2", 200_00, Hash32.Zero), WaitFor.Included, Cancellation);
        Assert.Equal(500_00, (await _trade.ReadAsync(whole.Receivable)).CreditedAmount.MinorUnits);
        await _trade.Bank.Client.Disputes.AnswerCreditNoteAsync(
            _trade.Bank.Signer.AcceptCreditNote(sold, 200_00), WaitFor.Included, Cancellation);
        Assert.Equal(700_00, (await _trade.ReadAsync(whole.Receivable)).CreditedAmount.MinorUnits);
    }

    [Fact]
    public async Task A_recipient_sees_the_trades_document_and_a_sender_why_it_was_declined()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var order = Keccak256.Hash("order 4711"u8);
        var proposal = _trade.Brakes.Signer.ProposeTransfer(
            whole, _trade.Steel.Signer.Participant, 4_000_00, order);
        await _trade.Brakes.Client.Receivables.ProposeTransferAsync(proposal, WaitFor.Included, Cancellation);
        var part = whole.Part(proposal.Digest);

        var offered = (await _trade.ReadAsync(part)).Transfer;
        Assert.Equal(
            ("participants/tier1-brakes", "participants/tier2-steel", order.ToString(), ProposalState.Proposed),
            (offered.Sender, offered.Recipient, offered.TradeDocument, offered.State));

        await _trade.Steel.Client.Receivables.AnswerTransferAsync(
            _trade.Steel.Signer.DeclineTransfer(part, "not our order"), WaitFor.Included, Cancellation);
        var declined = (await _trade.ReadAsync(part)).Transfer;
        Assert.Equal((ProposalState.Declined, "not our order"), (declined.State, declined.DeclineReason));
        Assert.Null((await _trade.ReadAsync(whole)).Transfer);
    }

    [Fact]
    public async Task A_buyer_sees_why_the_whole_is_to_be_cancelled_before_it_consents()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        await _trade.Brakes.Client.Disputes.RequestCancellationAsync(
            _trade.Brakes.Signer.RequestCancellation(whole.Receivable, "order was called off"),
            WaitFor.Included,
            Cancellation);

        var asked = (await _trade.ReadAsync(whole.Receivable)).Cancellation;
        Assert.Equal((ProposalState.Proposed, "order was called off"), (asked.State, asked.Reason));

        await _trade.Buyer.Client.Disputes.AnswerCancellationAsync(
            _trade.Buyer.Signer.DeclineCancellation(whole.Receivable, "we still need it"),
            WaitFor.Included,
            Cancellation);
        var declined = (await _trade.ReadAsync(whole.Receivable)).Cancellation;
        Assert.Equal((ProposalState.Declined, "we still need it"), (declined.State, declined.DeclineReason));
    }

    [Fact]
    public async Task An_obligor_asks_whom_to_pay_and_gets_the_holder_of_today_with_the_account()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var steels = await Trade.PassedOnAsync(_trade.Brakes, whole, _trade.Steel, 4_000_00);
        var euro = Contracts.Monetary.Currency.Find("EUR")!;
        await _trade.Steel.Client.Settlement.SetAccountAsync(
            _trade.Steel.Signer.SetAccount(euro, "CZ6508000000192000145399"), WaitFor.Included, Cancellation);

        var instruction = await _trade.Buyer.Client.Settlement.GetPaymentInstructionAsync(
            whole.Receivable, null, 0, Cancellation);

        var line = instruction.Lines.Single(one => one.Holding == ResourceNames.Of(steels.Holding));
        Assert.Equal("participants/tier2-steel", line.Payee);
        Assert.Equal(4_000_00, line.Amount.MinorUnits);
        Assert.Equal("CZ6508000000192000145399", line.Account.Account_);
    }

    public ValueTask DisposeAsync()
    {
        _trade.Dispose();
        return ValueTask.CompletedTask;
    }
}
