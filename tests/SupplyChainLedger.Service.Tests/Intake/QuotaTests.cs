using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;
using ProposeTransfer = SupplyChainLedger.Contracts.Intents.ProposeTransfer;
using SetThreshold = SupplyChainLedger.Contracts.Intents.SetThreshold;

namespace SupplyChainLedger.Service.Tests.Intake;

/// <summary>How much of one participant may wait.</summary>
public sealed class QuotaTests
{
    private static readonly ParticipantId Recipient = new(3);

    [Fact]
    [Trait("Fault", "61")]
    public async Task Who_has_as_much_waiting_as_it_may_is_refused_and_nobody_else()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxWaitingPerParticipant = 3 });
        var entries = await bench.SubmitManyAsync(3);
        var more = bench.Submission(4);
        var fault = await RefusedAsync(bench.AcceptAsync(more));

        Assert.Equal(("1", "3"), (fault.Metadata["participant"], fault.Metadata["limit"]));
        Assert.Contains("3 intents of participant 1 wait to be sent", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Null(bench.Log.Find(more.Digest(Workbench.Domain)));
        Assert.Equal(3, bench.Log.ReadBacklog().Depth);
        await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);
        Assert.Equal(entries[0].Sequence, (await bench.SubmitAgainAsync(entries[0])).Sequence);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task What_was_refused_is_taken_with_the_same_nonce_once_there_is_room()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxWaitingPerParticipant = 3 });
        await bench.SubmitManyAsync(3);
        var more = bench.Submission(4);
        await RefusedAsync(bench.AcceptAsync(more));

        await bench.RelayAsync();
        Assert.Equal(EntryState.Waiting, (await bench.AcceptAsync(more)).State);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task Many_that_arrive_at_once_are_counted_one_by_one()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxWaitingPerParticipant = 25 });
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 60).Select(
            async number => await Record.ExceptionAsync(() => bench.SubmitAsync(number))));

        Assert.Equal(25, outcomes.Count(static outcome => outcome is null));
        Assert.Equal(25, bench.Log.ReadBacklog().Depth);
    }

    [Fact]
    [Trait("Fault", "61")]
    public async Task On_one_receivable_a_participant_may_have_less_waiting()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxWaitingPerReceivable = 2 });
        bench.Register.Register(Recipient, ParticipantRoles.Supplier);
        var (dust, other) = (ReceivableOf('7'), ReceivableOf('8'));
        for (var i = 0; i < 2; i++) await bench.AcceptAsync(Transfer(bench, dust));
        var fault = await RefusedAsync(bench.AcceptAsync(Transfer(bench, dust)));

        Assert.Equal(($"{dust}", "2"), (fault.Metadata["receivable"], fault.Metadata["limit"]));
        await bench.AcceptAsync(Transfer(bench, other));
        await bench.SubmitManyAsync(5);
        for (var i = 0; i < 2; i++) await bench.AcceptAsync(Threshold(bench, Workbench.Supplier));
        var another = await RefusedAsync(bench.AcceptAsync(Threshold(bench, Workbench.Supplier)));
        Assert.False(another.Metadata.ContainsKey("receivable"));
        await bench.AcceptAsync(Threshold(bench, Workbench.Buyer), bench.BuyerKey);
    }

    private static SetThreshold Threshold(Workbench bench, ParticipantId participant) =>
        new(participant, "EUR", 1_000, bench.NextNonce(), bench.Deadline());

    private static InvoiceId ReceivableOf(char digit) => new(Hash32.Parse("0x" + new string(digit, 64)));

    private static ProposeTransfer Transfer(Workbench bench, InvoiceId receivable) => new(
        Workbench.Supplier, receivable, HoldingId.RootOf(receivable), Recipient, 500, Hash32.Zero,
        bench.NextNonce(), bench.Deadline());

    private static async Task<LedgerFault> RefusedAsync(Task accept)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => accept);
        Assert.Equal(ErrorReason.ParticipantQuotaExceeded, fault.Reason);
        return fault;
    }
}
