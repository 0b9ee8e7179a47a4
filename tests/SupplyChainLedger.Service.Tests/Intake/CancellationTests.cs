using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;
using CancelIntent = SupplyChainLedger.Contracts.Intents.CancelIntent;

namespace SupplyChainLedger.Service.Tests.Intake;

/// <summary>What may be taken back, and by whom.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task One_cancellation_is_taken_and_tied_to_what_it_takes_back()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);

        var cancellation = await bench.AcceptAsync(bench.Cancellation(intent));
        var again = await bench.AcceptAsync(bench.Cancellation(intent));

        Assert.Equal(cancellation.Hash, bench.Entry(entry).Cancellation);
        Assert.Equal((cancellation.Sequence, nameof(CancelIntent)), (again.Sequence, again.Kind));
        Assert.Null(cancellation.Cancellation);
    }

    [Fact]
    public async Task A_second_different_cancellation_finds_the_nonce_taken()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        await bench.AcceptAsync(intent);
        await bench.AcceptAsync(bench.Cancellation(intent));

        await RefusedAsync(
            ErrorReason.NonceAlreadyUsed,
            bench.AcceptAsync(bench.Cancellation(intent, bench.Deadline(TimeSpan.FromHours(2)))));
        await RefusedAsync(
            ErrorReason.NonceAlreadyUsed, bench.AcceptAsync(bench.Submission(2, nonce: intent.Nonce)));
    }

    [Fact]
    public async Task What_is_cancelled_before_it_comes_is_not_taken()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        await bench.AcceptAsync(bench.Cancellation(intent));

        await RefusedAsync(ErrorReason.NonceAlreadyUsed, bench.AcceptAsync(intent));
        await bench.RelayAsync();
        await bench.MineAsync(4);
        await RefusedAsync(ErrorReason.NonceAlreadyUsed, bench.AcceptAsync(intent));
    }

    [Fact]
    public async Task A_cancellation_that_has_failed_keeps_nobody_from_the_nonce()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var cancellation = await bench.AcceptAsync(bench.Cancellation(intent), bench.SecondSupplierKey);
        bench.Chain.Ledger.Revoked.Add(bench.SecondSupplierKey.Address);
        await bench.RelayTwiceAsync();
        Assert.Equal(EntryState.Rejected, bench.Entry(cancellation).State);

        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        await bench.MineAsync();

        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Theory]
    [InlineData(false, "EXECUTED")]
    [InlineData(true, "REJECTED")]
    public async Task What_is_over_for_good_is_not_taken_back(bool isInadmissible, string end)
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        if (isInadmissible) bench.Chain.Ledger.Inadmissible.Add(entry.Hash);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        Assert.True(bench.Entry(entry).IsFinal);

        var fault = await RefusedAsync(
            ErrorReason.IntentAlreadyEnded, bench.AcceptAsync(bench.Cancellation(intent)));

        Assert.Equal(end, fault.Metadata["state"]);
        Assert.Equal($"{entry.Hash}", fault.Metadata["cancelled"]);
    }

    [Fact]
    public async Task What_has_expired_is_not_taken_back()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1, bench.Deadline(TimeSpan.FromMinutes(1)));
        await bench.AcceptAsync(intent);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.MineAsync(4);

        var fault = await RefusedAsync(
            ErrorReason.IntentAlreadyEnded, bench.AcceptAsync(bench.Cancellation(intent)));

        Assert.Equal("EXPIRED", fault.Metadata["state"]);
    }

    [Fact]
    public async Task What_another_service_brought_to_the_chain_is_not_taken_back()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SupplierKey));
        await bench.MineAsync(4);

        await RefusedAsync(ErrorReason.IntentAlreadyEnded, bench.AcceptAsync(bench.Cancellation(intent)));
    }

    [Fact]
    public async Task Participant_nonce_and_digest_must_be_of_one_intent()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var other = bench.Submission(2);
        await bench.AcceptAsync(intent);
        await bench.AcceptAsync(other);
        var cancellation = bench.Cancellation(intent);

        await RefusedAsync(
            ErrorReason.CancellationMismatch, bench.AcceptAsync(cancellation with { Nonce = other.Nonce }));
        await RefusedAsync(
            ErrorReason.CancellationMismatch, bench.AcceptAsync(cancellation with { Nonce = bench.NextNonce() }));
        await RefusedAsync(
            ErrorReason.CancellationMismatch,
            bench.AcceptAsync(
                new CancelIntent(Workbench.Buyer, cancellation.Cancelled, intent.Nonce, bench.Deadline()),
                bench.BuyerKey));
        await RefusedAsync(ErrorReason.SignerNotRegistered, bench.AcceptAsync(cancellation, bench.BuyerKey));
    }

    [Fact]
    public async Task A_cancellation_is_not_taken_back()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        await bench.AcceptAsync(intent);
        var cancellation = bench.Cancellation(intent);
        await bench.AcceptAsync(cancellation);

        await RefusedAsync(ErrorReason.NonceAlreadyUsed, bench.AcceptAsync(bench.Cancellation(cancellation)));
    }

    [Theory]
    [InlineData(SignerPermissions.Settle, true)]
    [InlineData(SignerPermissions.None, false)]
    public async Task A_key_with_any_permission_signs_it(SignerPermissions permissions, bool isTaken)
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        await bench.AcceptAsync(intent);
        bench.Register.Signers[bench.SecondSupplierKey.Address] = new SignerStanding(Workbench.Supplier, permissions);

        var accepting = bench.AcceptAsync(bench.Cancellation(intent), bench.SecondSupplierKey);

        if (isTaken) Assert.Equal(EntryState.Waiting, (await accepting).State);
        else await RefusedAsync(ErrorReason.PermissionMissing, accepting);
    }

    [Fact]
    public async Task A_suspended_participant_takes_back_what_it_has_signed()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        await bench.AcceptAsync(intent);
        bench.Register.Parties[Workbench.Supplier] = new PartyStanding(ParticipantRoles.Supplier, "sanctions list");

        Assert.Equal(EntryState.Waiting, (await bench.AcceptAsync(bench.Cancellation(intent))).State);
    }

    [Fact]
    public async Task A_full_outbox_still_takes_the_cancellation_of_what_is_in_it()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxPending = 1 });
        var intent = bench.Submission(1);
        await bench.AcceptAsync(intent);

        await RefusedAsync(ErrorReason.OutboxFull, bench.AcceptAsync(bench.Cancellation(bench.Submission(2))));
        Assert.Equal(EntryState.Waiting, (await bench.AcceptAsync(bench.Cancellation(intent))).State);
    }

    private static async Task<LedgerFault> RefusedAsync(ErrorReason reason, Task<OutboxEntry> accepting)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => accepting);
        Assert.Equal(reason, fault.Reason);
        return fault;
    }
}
