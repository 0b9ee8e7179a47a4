using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Receivables;

/// <summary>
/// What the passing of time decides. The chain's clock runs ahead of everybody else's by days, within the thirty that a
/// signed intent may live.
/// </summary>
public sealed class MaturityTests(PreparedNetwork network) : IAsyncLifetime
{
    // A supplier's, a holder's and an obligor's patience under the rules that the development network starts with.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromHours(72);
    private static readonly TimeSpan DueAndGrace = TimeSpan.FromDays(2 + 5 + 1);

    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;
    private DevnetControl _devnet = null!;
    private Trade _trade = null!;
    private Party _operator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly SoonDue => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);

    private static DateOnly LaterDue => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90);

    public async ValueTask InitializeAsync()
    {
        _service = await network.StartCopyAsync(_folder.At("data"));
        _devnet = new DevnetControl(_service.Chain);
        var patient = new LedgerClientOptions { IntentLifetime = TimeSpan.FromDays(29) };
        _trade = await Trade.OpenAsync(_service, patient);
        _operator = await Party.OpenAsync(_service, "operator", patient);
    }

    [Fact]
    public async Task A_transfer_that_nobody_answers_stays_with_its_holder()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, LaterDue);
        var proposal = _trade.Brakes.Signer.ProposeTransfer(whole, _trade.Steel.Signer.Participant, 4_000_00);
        await _trade.Brakes.Client.Receivables.ProposeTransferAsync(proposal, WaitFor.Included, Cancellation);
        var part = whole.Part(proposal.Digest);
        Assert.Equal("NOTHING_DUE", await DeadlineRefusalAsync(part));

        await _devnet.PassAsync(AnswerTime, Cancellation);
        await ApplyDeadlineAsync(part);

        var kept = await _trade.ReadAsync(part);
        Assert.Equal("participants/tier1-brakes", kept.Holder);
        Assert.Equal(HoldingStep.AtRest, kept.Step);
    }

    [Fact]
    public async Task A_holder_that_refuses_to_acknowledge_cannot_keep_the_debt_alive()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, LaterDue);
        await Trade.DeclaredAsync(_trade.Buyer, whole, 10_000_00);

        await _devnet.PassAsync(AnswerTime, Cancellation);
        await ApplyDeadlineAsync(whole);

        var receivable = await _trade.ReadAsync(whole.Receivable);
        Assert.Equal(10_000_00, receivable.PaidAmount.MinorUnits);
        Assert.Equal(HoldingPhase.Closed, (await _trade.ReadAsync(whole)).Phase);
        Assert.Equal(DeclarationState.Unanswered, Assert.Single(await PaymentsAsync(whole)).State);
    }

    [Fact]
    public async Task A_seller_that_stays_silent_after_the_money_came_has_sold()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, LaterDue);
        var until = DateTimeOffset.UtcNow.AddDays(60);
        var part = await Trade.RequestedAsync(_trade.Brakes, whole, 10_000_00, until, sealedOffers: false);
        var offer = await Trade.OfferedAsync(_trade.Bank, part, new(9_700_00, 48_500), recourse: false);
        await _trade.Brakes.Client.Financing.AcceptOfferAsync(
            _trade.Brakes.Signer.AcceptOffer(part, offer), WaitFor.Included, Cancellation);
        await _trade.Bank.Client.Financing.DeclareDisbursementAsync(
            _trade.Bank.Signer.DeclareDisbursement(part, new BankPayment(9_700_00, SoonDue, "UETR-1")),
            WaitFor.Included,
            Cancellation);

        await _devnet.PassAsync(AnswerTime, Cancellation);
        await ApplyDeadlineAsync(part);

        Assert.Equal("participants/bank-east", (await _trade.ReadAsync(part)).Holder);
    }

    [Fact]
    public async Task An_unpaid_debt_defaults_stops_its_obligor_goes_back_to_the_seller_and_is_written_off_at_last()
    {
        var (whole, sold) = await DefaultedAsync();
        Assert.Equal(HoldingPhase.Defaulted, (await _trade.ReadAsync(sold)).Phase);
        Assert.Equal("OBLIGOR_STOPPED", await LedgerRefusal.OfAsync(() => _trade.ConfirmedAsync(1_00, LaterDue)));

        await _trade.Bank.Client.Settlement.ClaimRecourseAsync(
            _trade.Bank.Signer.ClaimRecourse(sold), WaitFor.Included, Cancellation);
        await Trade.PaidAsync(_trade.Brakes, sold, _trade.Bank, 6_000_00);
        Assert.Equal("participants/tier1-brakes", (await _trade.ReadAsync(sold)).Holder);

        await _trade.Brakes.Client.Settlement.WriteOffAsync(
            _trade.Brakes.Signer.WriteOff(sold, "insolvency opened"), WaitFor.Included, Cancellation);
        var receivable = await _trade.ReadAsync(whole.Receivable);
        Assert.Equal(6_000_00, receivable.WrittenOffAmount.MinorUnits);
        Assert.Equal(4_000_00, receivable.OutstandingAmount.MinorUnits);

        await _operator.Client.Settlement.LiftStopAsync(
            _operator.Signer.LiftStop(_trade.Buyer.Signer.Participant, "plan agreed"), WaitFor.Included, Cancellation);
        await _trade.ConfirmedAsync(1_00, LaterDue);
    }

    [Fact]
    public async Task What_comes_in_late_for_a_debt_that_was_given_up_is_on_the_record_up_to_its_amount()
    {
        var (whole, sold) = await DefaultedAsync();
        await _trade.Bank.Client.Settlement.WriteOffAsync(
            _trade.Bank.Signer.WriteOff(sold, "insolvency opened"), WaitFor.Included, Cancellation);

        await RecoverAsync(sold, 1_500_00);
        Assert.Equal("AMOUNT_OUT_OF_RANGE", await LedgerRefusal.OfAsync(() => RecoverAsync(sold, 4_500_01)));
        await RecoverAsync(sold, 500_00);

        var receivable = await _trade.ReadAsync(whole.Receivable);
        Assert.Equal(2_000_00, receivable.RecoveredAmount.MinorUnits);
        Assert.Equal(6_000_00, receivable.WrittenOffAmount.MinorUnits);
        Assert.Equal(4_000_00, (await _trade.ReadAsync(sold)).PendingAmount.MinorUnits);
        var recoveries = await PaymentsAsync(whole);
        Assert.Equal([500_00, 1_500_00], recoveries.Select(one => one.Amount.MinorUnits));
        Assert.All(recoveries, one => Assert.Equal(
            (PaymentKind.Recovery, "participants/bank-east", ""), (one.Kind, one.Payee, one.Payer)));
    }

    [Fact]
    public async Task A_contested_repurchase_leaves_the_debt_with_its_financier_until_the_money_is_found()
    {
        var (whole, sold) = await DefaultedAsync();
        await _trade.Bank.Client.Settlement.ClaimRecourseAsync(
            _trade.Bank.Signer.ClaimRecourse(sold), WaitFor.Included, Cancellation);
        await Trade.DeclaredAsync(_trade.Brakes, sold, 6_000_00);
        await _trade.Bank.Client.Settlement.AnswerPaymentAsync(
            _trade.Bank.Signer.ContestPayment(sold, 6_000_00, "half of it is missing"), WaitFor.Included, Cancellation);

        await _devnet.PassAsync(AnswerTime, Cancellation);
        Assert.Equal("NOTHING_DUE", await DeadlineRefusalAsync(sold));
        var frozen = await _trade.ReadAsync(sold);
        Assert.Equal(
            ("participants/bank-east", HoldingStep.RepurchaseContested), (frozen.Holder, frozen.Step));
        var declared = Assert.Single(await PaymentsAsync(whole));
        Assert.Equal(
            (PaymentKind.Repurchase, DeclarationState.Contested, "half of it is missing"),
            (declared.Kind, declared.State, declared.ContestReason));

        await _trade.Bank.Client.Settlement.AnswerPaymentAsync(
            _trade.Bank.Signer.AcknowledgePayment(sold, 6_000_00), WaitFor.Included, Cancellation);
        Assert.Equal("participants/tier1-brakes", (await _trade.ReadAsync(sold)).Holder);
        Assert.Equal(10_000_00, (await _trade.ReadAsync(whole.Receivable)).OutstandingAmount.MinorUnits);
    }

    [Fact]
    public async Task New_rules_take_effect_after_their_notice_and_an_older_debt_keeps_its_own()
    {
        var old = await _trade.ConfirmedAsync(10_000_00, LaterDue);
        var strict = Contracts.Rules.RulePresets.Open with { Name = "strict", TradeDocumentRequired = true };
        var effective = DateTimeOffset.UtcNow.AddHours(25);
        await _operator.Client.RuleBook.ProposeRulesAsync(
            _operator.Signer.ProposeRules(strict, effective), WaitFor.Included, Cancellation);

        await _devnet.PassAsync(TimeSpan.FromHours(26), Cancellation);
        var young = await _trade.ConfirmedAsync(10_000_00, LaterDue);

        var steel = _trade.Steel.Signer.Participant;
        var brakes = _trade.Brakes;
        Assert.Equal(
            "TRADE_DOCUMENT_REQUIRED",
            await LedgerRefusal.OfAsync(() => brakes.Client.Receivables.ProposeTransferAsync(
                brakes.Signer.ProposeTransfer(young, steel, 1_00), WaitFor.Included, Cancellation)));
        await brakes.Client.Receivables.ProposeTransferAsync(
            brakes.Signer.ProposeTransfer(old, steel, 1_00), WaitFor.Included, Cancellation);
        Assert.Equal(1u, (await _trade.ReadAsync(old.Receivable)).RuleVersion);
        Assert.Equal(2u, (await _trade.ReadAsync(young.Receivable)).RuleVersion);
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _trade.Dispose();
        _devnet.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A debt of 10,000 that is not paid, and the 6,000 of it that were sold with recourse.</summary>
    private async Task<(HoldingReference Whole, HoldingReference Sold)> DefaultedAsync()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, SoonDue);
        var until = DateTimeOffset.UtcNow.AddDays(1);
        var sold = await Trade.RequestedAsync(_trade.Brakes, whole, 6_000_00, until);
        await Trade.BoughtAsync(_trade.Brakes, sold, _trade.Bank, 5_800_00, recourse: true);
        await _devnet.PassAsync(DueAndGrace, Cancellation);
        await ApplyDeadlineAsync(sold);
        return (whole, sold);
    }

    private Task<RecordRecoveryResponse> RecoverAsync(HoldingReference holding, ulong minorUnits) =>
        _trade.Bank.Client.Settlement.RecordRecoveryAsync(
            _trade.Bank.Signer.RecordRecovery(holding, Trade.Paid(minorUnits)), WaitFor.Included, Cancellation);

    private async Task<IReadOnlyList<Payment>> PaymentsAsync(HoldingReference holding) =>
        (await _trade.Buyer.Client.Settlement.ListPaymentsAsync(
            new ListPaymentsRequest { Receivable = ResourceNames.OfReceivable(holding.Receivable) }, Cancellation))
        .Payments;

    // Any participant may say that the time has come; here it is one that has no part in it.
    private Task<ApplyDeadlineResponse> ApplyDeadlineAsync(HoldingReference holding) =>
        _trade.Factor.Client.Receivables.ApplyDeadlineAsync(
            _trade.Factor.Signer.ApplyDeadline(holding), WaitFor.Included, Cancellation);

    private Task<string?> DeadlineRefusalAsync(HoldingReference holding) =>
        LedgerRefusal.OfAsync(() => ApplyDeadlineAsync(holding));
}
