using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Tests;

public sealed class InvoiceCallsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_comes_back_as_the_record_that_was_signed()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);

        var claim = supplier.Submit(Drafts.Of("R-1"));
        var answer = await client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation);

        Assert.Equal(claim.Name, answer.Intent.Name);
        Assert.Equal(ResourceNames.Of(claim.Intent.Invoice), answer.Invoice.Name);
        Assert.Equal("R-1", answer.Invoice.Number);
        Assert.Equal(33_690, answer.Invoice.Amount.MinorUnits);
    }

    [Fact]
    public async Task A_claim_that_is_only_accepted_has_no_record_yet()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);

        var answer = await client.Invoices.SubmitAsync(
            supplier.Submit(Drafts.Of("R-1")), WaitFor.Accepted, Cancellation);

        Assert.Null(answer.Invoice);
    }

    [Fact]
    public async Task A_claim_whose_connection_breaks_is_sent_again_and_has_one_effect()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);
        running.Ledger.Faults.BreaksAfterEffect = 2;

        var claim = supplier.Submit(Drafts.Of("R-1"));
        var answer = await client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation);

        Assert.Equal("R-1", answer.Invoice.Number);
        Assert.Equal(3, running.Ledger.Arrivals[claim.Name]);
        Assert.Single(running.Ledger.Invoices);
    }

    [Fact]
    public async Task A_claim_past_its_deadline_is_not_sent_again()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var domain = await client.GetDomainAsync(Cancellation);
        var party = TestParty.Tier1Brakes;
        var late = new ParticipantSigner(new ParticipantId(party.Id), party.Key, domain, TimeSpan.FromHours(-1));
        running.Ledger.Faults.BreaksAfterEffect = 1;

        var claim = late.Submit(Drafts.Of("R-1"));
        await Assert.ThrowsAsync<ServiceOutOfReachException>(
            () => client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation));

        Assert.Equal(1, running.Ledger.Arrivals[claim.Name]);
    }

    [Fact]
    public async Task A_record_with_another_amount_than_was_signed_is_not_accepted()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);
        running.Ledger.Faults.Tamper = invoice => invoice.Amount.MinorUnits++;

        var mismatch = await Assert.ThrowsAsync<LedgerMismatchException>(() => client.Invoices.SubmitAsync(
            supplier.Submit(Drafts.Of("R-1")), WaitFor.Included, Cancellation));

        Assert.Equal("its amount", mismatch.What);
    }

    [Fact]
    public async Task A_confirmation_that_is_shown_with_another_amount_is_not_accepted()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var invoice = await SubmitAsync(client, "R-1");
        var buyer = await ActAsync(client, TestParty.CoreMotors);
        running.Ledger.Faults.Tamper = shown => shown.ConfirmedAmount!.MinorUnits = 1;

        await Assert.ThrowsAsync<LedgerMismatchException>(() => client.Invoices.ConfirmAsync(
            buyer.Confirm(invoice, 100), WaitFor.Included, Cancellation));
    }

    [Fact]
    public async Task A_service_that_gives_no_answer_leaves_the_intent_pending()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect(new LedgerClientOptions { WaitTimeout = TimeSpan.FromMilliseconds(200) });
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);
        running.Ledger.Faults.NeverAnswers = true;

        var claim = supplier.Submit(Drafts.Of("R-1"));
        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation));

        Assert.Equal(ErrorReason.IntentPending, refusal.Reason);
        Assert.Equal(claim.Digest.ToString(), refusal.Metadata["intent"]);
    }

    [Fact]
    public async Task A_buyer_confirms_in_part_rejects_and_a_supplier_withdraws()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var buyer = await ActAsync(client, TestParty.CoreMotors);
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);

        var confirmed = await client.Invoices.ConfirmAsync(
            buyer.Confirm(await SubmitAsync(client, "R-1"), 100), WaitFor.Included, Cancellation);
        var rejected = await client.Invoices.RejectAsync(
            buyer.Reject(await SubmitAsync(client, "R-2"), "rusty"), WaitFor.Included, Cancellation);
        var withdrawn = await client.Invoices.WithdrawAsync(
            supplier.Withdraw(await SubmitAsync(client, "R-3")), WaitFor.Included, Cancellation);

        Assert.Equal(100, confirmed.Invoice.ConfirmedAmount.MinorUnits);
        Assert.Equal("rusty", rejected.Invoice.RejectionReason);
        Assert.Equal(InvoiceState.Withdrawn, withdrawn.Invoice.State);
    }

    [Fact]
    public async Task A_list_goes_on_over_all_pages()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        foreach (var number in new[] { "R-1", "R-2", "R-3", "R-4", "R-5" }) await SubmitAsync(client, number);

        var listed = await Pages.ReadAllAsync(
            new ListInvoicesRequest { PageSize = 2 }, client.Invoices.ListInvoicesAsync, Cancellation);

        Assert.Equal(["R-5", "R-4", "R-3", "R-2", "R-1"], listed.Invoices.Select(invoice => invoice.Number));
        Assert.Empty(listed.NextPageToken);
    }

    [Fact]
    public async Task A_refusal_has_its_reason_its_records_and_its_fields()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);
        var draft = Drafts.Of("R-1") with { DueDate = new DateOnly(2025, 12, 31) };

        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => client.Invoices.SubmitAsync(supplier.Submit(draft), WaitFor.Included, Cancellation));

        Assert.Equal("INVALID_FIELD", refusal.ReasonName);
        Assert.Equal(ErrorReason.InvalidField, refusal.Reason);
        Assert.Equal("action.due_date", Assert.Single(refusal.Violations).Field);
        Assert.Equal("A field is malformed.", refusal.Metadata["note"]);
    }

    [Fact]
    public async Task A_service_for_another_chain_or_contract_gets_no_signature()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var otherChain = running.Connect(new LedgerClientOptions { ExpectedChainId = 1 });
        using var otherContract = running.Connect(new LedgerClientOptions { ExpectedLedger = Address.Zero });

        await Assert.ThrowsAsync<LedgerMismatchException>(() => ActAsync(otherChain, TestParty.Tier1Brakes));
        await Assert.ThrowsAsync<LedgerMismatchException>(() => ActAsync(otherContract, TestParty.Tier1Brakes));
    }

    [Fact]
    public async Task A_key_that_is_not_registered_for_the_participant_does_not_become_its_signer()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        using var stranger = PrivateKey.Generate();

        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => client.ActAsAsync("core-motors", stranger, Cancellation));

        Assert.Equal(ErrorReason.SignerNotRegistered, refusal.Reason);
    }

    [Fact]
    public async Task A_service_that_is_away_is_out_of_reach()
    {
        var running = await RunningLedger.StartAsync(Cancellation);
        await running.DisposeAsync();
        using var client = running.Connect();

        var fault = await Assert.ThrowsAsync<ServiceOutOfReachException>(() => client.GetStatusAsync(Cancellation));

        Assert.Equal(running.Address, fault.Service);
    }

    private static Task<ParticipantSigner> ActAsync(LedgerClient client, TestParty party) =>
        client.ActAsAsync(party.Handle, party.Key, Cancellation);

    private static async Task<InvoiceId> SubmitAsync(LedgerClient client, string number)
    {
        var supplier = await ActAsync(client, TestParty.Tier1Brakes);
        var claim = supplier.Submit(Drafts.Of(number));
        await client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation);
        return claim.Intent.Invoice;
    }
}
