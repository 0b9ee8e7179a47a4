using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class WaitingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_whose_time_is_over_names_the_intent_which_goes_on()
    {
        await using var bench = await ApiBench.OpenAsync();

        var fault = await Assert.ThrowsAsync<LedgerFault>(
            () => SendAsync(bench, 1, WaitFor.Included, bench.Work.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal(ErrorReason.IntentPending, fault.Reason);
        var kept = Assert.Single(bench.Work.Log.List(null, null, null, 10));
        Assert.Equal(kept.Hash.ToString(), fault.Metadata["intent"]);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(100_000)]
    public async Task A_deadline_further_away_than_a_timer_reaches_is_waited_for_all_the_same(int days)
    {
        await using var bench = await ApiBench.OpenAsync();
        var deadline = bench.Work.Clock.GetUtcNow().UtcDateTime.AddDays(days);

        var waiting = SendAsync(bench, 1, WaitFor.Final, deadline);
        Assert.False(waiting.IsFaulted);
        bench.Lifetime.StopApplication();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_client_that_gives_up_is_waited_for_no_longer()
    {
        await using var bench = await ApiBench.OpenAsync();
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var waiting = SendAsync(bench, 1, WaitFor.Final, DateTime.MaxValue, call.Token);

        await call.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task An_unknown_way_of_waiting_is_refused_and_nothing_accepted()
    {
        await using var bench = await ApiBench.OpenAsync();

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => SendAsync(bench, 1, (WaitFor)4, DateTime.MaxValue));

        Assert.Equal(["wait_for"], fault.Violations.Select(one => one.Field));
        Assert.Empty(bench.Work.Log.List(null, null, null, 10));
    }

    [Fact]
    public async Task One_that_waits_for_nothing_more_is_answered_before_any_block()
    {
        await using var bench = await ApiBench.OpenAsync();

        var entry = await SendAsync(bench, 1, WaitFor.Unspecified, DateTime.MaxValue);

        Assert.Equal(EntryState.Waiting, entry.State);
    }

    private static Task<OutboxEntry> SendAsync(
        ApiBench bench, int number, WaitFor waitFor, DateTime deadline, CancellationToken? cancellation = null)
    {
        var intent = bench.Work.Submission(number);
        return bench.Submission.SendAsync(
            intent, bench.SignatureOf(intent), waitFor, deadline, cancellation ?? Cancellation);
    }
}
