using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.V1;
using Steps = SupplyChainLedger.Contracts.Holdings.HoldingStep;

namespace SupplyChainLedger.EndToEnd.Tests.Receivables;

/// <summary>What becomes of money that one side says it has paid and the other that it never got.</summary>
public sealed class ContestTests(SharedService shared) : IAsyncLifetime
{
    private static readonly DateOnly Due = new(2099, 3, 31);
    private static readonly DateTimeOffset OpenUntil = new(2098, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly Hash32 Statement = Keccak256.Hash("camt.053"u8);

    private Trade _trade = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _trade = await Trade.OpenAsync(shared.Service);

    [Fact]
    public async Task A_contested_payment_is_frozen_with_both_sides_evidence_until_the_holder_finds_the_money()
    {
        var whole = await ContestedPaymentAsync();

        var contested = await PaymentAsync(whole);
        Assert.Equal(DeclarationState.Contested, contested.State);
        Assert.Equal(Trade.Evidence.ToString(), contested.Evidence);
        Assert.Equal(
            ("not on our account", Statement.ToString()), (contested.ContestReason, contested.ContestEvidence));
        Assert.Equal(HoldingStep.PaymentContested, (await _trade.ReadAsync(whole)).Step);
        Assert.Equal("NOTHING_DUE", await LedgerRefusal.OfAsync(() => ApplyDeadlineAsync(whole)));
        Assert.Equal("HOLDING_STEP_MISMATCH", await LedgerRefusal.OfAsync(() =>
            Trade.PassedOnAsync(_trade.Brakes, whole, _trade.Steel, 1_000_00)));
        Assert.Equal(10_000_00, (await _trade.ReadAsync(whole.Receivable)).OutstandingAmount.MinorUnits);

        await _trade.Brakes.Client.Settlement.AnswerPaymentAsync(
            _trade.Brakes.Signer.AcknowledgePayment(whole, 4_000_00), WaitFor.Included, Cancellation);

        var found = await PaymentAsync(whole);
        Assert.Equal((DeclarationState.Received, "not on our account"), (found.State, found.ContestReason));
        Assert.Equal(4_000_00, (await _trade.ReadAsync(whole.Receivable)).PaidAmount.MinorUnits);
    }

    [Fact]
    public async Task A_contested_payment_that_the_payer_takes_back_leaves_the_debt_as_it_was()
    {
        var whole = await ContestedPaymentAsync();
        Assert.Equal("NOT_THE_COUNTERPARTY", await LedgerRefusal.OfAsync(() =>
            WithdrawAsync(_trade.Brakes, whole, Steps.PaymentContested)));

        await WithdrawAsync(_trade.Buyer, whole, Steps.PaymentContested);

        Assert.Equal(DeclarationState.Withdrawn, (await PaymentAsync(whole)).State);
        var free = await _trade.ReadAsync(whole);
        Assert.Equal((HoldingStep.AtRest, 10_000_00), (free.Step, free.Amount.MinorUnits));
        await Trade.PaidAsync(_trade.Buyer, whole, _trade.Brakes, 10_000_00);
        Assert.Equal(10_000_00, (await _trade.ReadAsync(whole.Receivable)).PaidAmount.MinorUnits);
    }

    [Fact]
    public async Task A_contested_disbursement_is_frozen_with_both_sides_evidence_until_the_seller_finds_the_money()
    {
        var part = await ContestedDisbursementAsync();

        var financing = await FinancingAsync(part);
        Assert.Equal(FinancingState.Contested, financing.State);
        Assert.Equal(Trade.Evidence.ToString(), financing.Disbursement.Evidence);
        Assert.Equal(
            ("nothing came", Statement.ToString()),
            (financing.Disbursement.ContestReason, financing.Disbursement.ContestEvidence));
        Assert.Equal("NOTHING_DUE", await LedgerRefusal.OfAsync(() => ApplyDeadlineAsync(part)));
        Assert.Equal("participants/tier1-brakes", (await _trade.ReadAsync(part)).Holder);

        await _trade.Brakes.Client.Financing.AnswerDisbursementAsync(
            _trade.Brakes.Signer.AcknowledgeDisbursement(part, 9_700_00), WaitFor.Included, Cancellation);

        Assert.Equal(FinancingState.Completed, (await FinancingAsync(part)).State);
        Assert.Equal("participants/bank-east", (await _trade.ReadAsync(part)).Holder);
    }

    [Fact]
    public async Task A_contested_disbursement_that_the_financier_takes_back_leaves_the_part_free_for_others()
    {
        var part = await ContestedDisbursementAsync();

        await WithdrawAsync(_trade.Bank, part, Steps.DisbursementContested);

        var financing = await FinancingAsync(part);
        Assert.Equal(DeclarationState.Withdrawn, financing.Disbursement.State);
        Assert.Equal("nothing came", financing.Disbursement.ContestReason);
        var free = await _trade.ReadAsync(part);
        Assert.Equal(("participants/tier1-brakes", HoldingStep.AtRest), (free.Holder, free.Step));
        var again = await Trade.RequestedAsync(_trade.Brakes, part, 10_000_00, OpenUntil);
        await Trade.BoughtAsync(_trade.Brakes, again, _trade.Factor, 9_600_00, recourse: false);
        Assert.Equal("participants/factor-west", (await _trade.ReadAsync(again)).Holder);
    }

    public ValueTask DisposeAsync()
    {
        _trade.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<HoldingReference> ContestedPaymentAsync()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        await Trade.DeclaredAsync(_trade.Buyer, whole, 4_000_00);
        await _trade.Brakes.Client.Settlement.AnswerPaymentAsync(
            _trade.Brakes.Signer.ContestPayment(whole, 4_000_00, "not on our account", Statement),
            WaitFor.Included,
            Cancellation);
        return whole;
    }

    private async Task<HoldingReference> ContestedDisbursementAsync()
    {
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var part = await Trade.RequestedAsync(_trade.Brakes, whole, 10_000_00, OpenUntil);
        await Trade.DisbursedAsync(_trade.Brakes, part, _trade.Bank, 9_700_00, recourse: false);
        await _trade.Brakes.Client.Financing.AnswerDisbursementAsync(
            _trade.Brakes.Signer.ContestDisbursement(part, 9_700_00, "nothing came", Statement),
            WaitFor.Included,
            Cancellation);
        return part;
    }

    private async Task<Payment> PaymentAsync(HoldingReference holding) => Assert.Single(
        (await _trade.Buyer.Client.Settlement.ListPaymentsAsync(
            new ListPaymentsRequest { Receivable = ResourceNames.OfReceivable(holding.Receivable) }, Cancellation))
        .Payments);

    private async Task<Financing> FinancingAsync(HoldingReference part) =>
        (await _trade.Bank.Client.Financing.GetFinancingAsync(part.Holding, 0, Cancellation)).Financing;

    private static Task<WithdrawStepResponse> WithdrawAsync(Party party, HoldingReference holding, Steps step) =>
        party.Client.Receivables.WithdrawStepAsync(
            party.Signer.WithdrawStep(holding, step), WaitFor.Included, Cancellation);

    private Task<ApplyDeadlineResponse> ApplyDeadlineAsync(HoldingReference holding) =>
        _trade.Factor.Client.Receivables.ApplyDeadlineAsync(
            _trade.Factor.Signer.ApplyDeadline(holding), WaitFor.Included, Cancellation);
}
