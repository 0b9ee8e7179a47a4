using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.V1;
using Money = SupplyChainLedger.Contracts.Monetary.Money;
using Steps = SupplyChainLedger.Contracts.Holdings.HoldingStep;

namespace SupplyChainLedger.Client.Tests;

public sealed class ReceivableLifeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_has_the_digest_of_the_intent_that_made_it_as_its_id()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        var whole = await Actor.ReceivableAsync(running);
        using var brakes = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        using var steel = await Actor.EnterAsync(running, TestParty.Tier2Steel);

        var offer = brakes.Signer.ProposeTransfer(whole, Actor.IdOf(TestParty.Tier2Steel), 10_000);
        var proposed = await brakes.Client.Receivables.ProposeTransferAsync(offer, WaitFor.Included, Cancellation);
        var part = whole.Part(offer.Digest);
        var accepted = await steel.Client.Receivables.AnswerTransferAsync(
            steel.Signer.AcceptTransfer(part), WaitFor.Included, Cancellation);

        Assert.Equal(ResourceNames.Of(part.Holding), proposed.Holding.Name);
        Assert.Equal(part, HoldingReference.Of(proposed.Holding));
        Assert.Equal("participants/tier2-steel", accepted.Holding.Holder);
    }

    [Fact]
    public async Task A_record_of_another_holding_than_was_signed_about_is_not_accepted()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        var whole = await Actor.ReceivableAsync(running);
        using var brakes = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        running.Ledger.Faults.TamperHolding = holding => holding.Parent = $"holdings/0x{7:x64}";

        var mismatch = await Assert.ThrowsAsync<LedgerMismatchException>(
            () => brakes.Client.Receivables.ProposeTransferAsync(
                brakes.Signer.ProposeTransfer(whole, Actor.IdOf(TestParty.Tier2Steel), 10_000),
                WaitFor.Included,
                Cancellation));

        Assert.Equal("the part's origin", mismatch.What);
    }

    [Fact]
    public async Task A_payment_is_declared_and_received_and_what_is_left_is_less()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        var whole = await Actor.ReceivableAsync(running);
        using var brakes = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        using var motors = await Actor.EnterAsync(running, TestParty.CoreMotors);

        await motors.Client.Settlement.DeclarePaymentAsync(
            motors.Signer.DeclarePayment(whole, new BankPayment(3_690, Today, "E2E-1")),
            WaitFor.Included,
            Cancellation);
        var received = await brakes.Client.Settlement.AnswerPaymentAsync(
            brakes.Signer.AcknowledgePayment(whole, 3_690), WaitFor.Included, Cancellation);
        var receivable = await brakes.Client.Receivables.GetReceivableAsync(
            whole.Receivable, cancellation: Cancellation);

        Assert.Equal(30_000, received.Holding.Amount.MinorUnits);
        Assert.Equal(3_690, receivable.Receivable.PaidAmount.MinorUnits);
        Assert.Equal(30_000, receivable.Receivable.OutstandingAmount.MinorUnits);
    }

    [Fact]
    public async Task Every_kind_of_step_has_its_intent_its_message_and_its_answer()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        var whole = await Actor.ReceivableAsync(running);
        using var brakes = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        using var motors = await Actor.EnterAsync(running, TestParty.CoreMotors);
        using var bank = await Actor.EnterAsync(running, TestParty.BankEast);

        var dispute = motors.Signer.OpenDispute(whole, 690, "Cracked");
        await motors.Client.Disputes.OpenDisputeAsync(dispute, WaitFor.Included, Cancellation);
        var answered = await brakes.Client.Disputes.AnswerDisputeAsync(
            brakes.Signer.AnswerDispute(whole.Part(dispute.Digest), 690, "Ours"), WaitFor.Included, Cancellation);
        var credited = await brakes.Client.Disputes.IssueCreditNoteAsync(
            brakes.Signer.IssueCreditNote(whole, "CN-1", 3_000, default), WaitFor.Included, Cancellation);
        var request = brakes.Signer.RequestFinancing(
            whole, new FinancingTerms(10_000, 9_000, DateTimeOffset.UtcNow.AddDays(1), false, true));
        await brakes.Client.Financing.RequestFinancingAsync(request, WaitFor.Included, Cancellation);
        var withdrawn = await brakes.Client.Receivables.WithdrawStepAsync(
            brakes.Signer.WithdrawStep(whole.Part(request.Digest), Steps.FinancingRequested),
            WaitFor.Included,
            Cancellation);
        var limited = await bank.Client.Financing.SetExposureLimitAsync(
            bank.Signer.SetExposureLimit(Actor.IdOf(TestParty.CoreMotors), new Money(5, Currency.Find("EUR")!)),
            WaitFor.Included,
            Cancellation);

        Assert.Equal(HoldingPhase.Closed, answered.Holding.Phase);
        Assert.Equal(30_000, credited.Holding.Amount.MinorUnits);
        Assert.Equal(HoldingStep.AtRest, withdrawn.Holding.Step);
        Assert.Equal(5, limited.Exposure.Limit.MinorUnits);
    }

    [Fact]
    public async Task Two_keys_sign_the_same_digest_and_stand_one_after_the_other()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        var party = TestParty.Tier1Brakes;
        using var brakes = await Actor.EnterAsync(running, party, party.SecondKey);

        var account = brakes.Signer.SetAccount(Currency.Find("EUR")!, "DE02");
        var answer = await brakes.Client.Settlement.SetAccountAsync(account, WaitFor.Included, Cancellation);

        Assert.True(account.Signatures.AreTwo);
        Assert.Equal(party.Key.Address, account.Signatures.First.Recover(account.Digest.Value));
        Assert.Equal(party.SecondKey.Address, account.Signatures.Second!.Value.Recover(account.Digest.Value));
        Assert.Equal("DE02", answer.Account.Account_);
    }

    [Fact]
    public async Task A_second_key_that_is_not_registered_signs_nothing()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => Actor.EnterAsync(running, TestParty.Tier1Brakes, TestParty.BankEast.Key));

        Assert.Equal(ErrorReason.SignerNotRegistered, refusal.Reason);
    }

    [Theory]
    [InlineData("receivables/")]
    [InlineData("invoices/")]
    [InlineData("")]
    public void A_receivable_is_named_as_such_or_as_its_invoice_or_by_its_id_alone(string collection)
    {
        Assert.True(ResourceNames.TryParseReceivable($"{collection}0x{5:x64}", out var id));
        Assert.Equal($"receivables/0x{5:x64}", ResourceNames.OfReceivable(id));
    }

    [Fact]
    public void The_first_holding_of_a_receivable_has_its_id()
    {
        Assert.True(InvoiceId.TryParse($"0x{5:x64}", out var id));

        Assert.Equal($"holdings/0x{5:x64}", ResourceNames.Of(HoldingReference.RootOf(id).Holding));
    }
}
