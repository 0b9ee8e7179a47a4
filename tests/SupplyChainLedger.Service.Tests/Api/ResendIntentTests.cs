using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class ResendIntentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_off_goes_with_the_next_batch()
    {
        await using var bench = await ApiBench.OpenAsync();
        var entry = await bench.Work.SubmitAsync(1);
        await PutOffAsync(bench, entry);
        Assert.False((await bench.Work.RelayAsync()).HasSent);

        var answer = await ResendAsync(bench, $"intents/{entry.Hash}");

        Assert.Equal($"intents/{entry.Hash}", answer.Intent.Name);
        Assert.Equal(IntentState.Accepted, answer.Intent.State);
        Assert.NotNull(answer.ReadAt);
        Assert.True((await bench.Work.RelayAsync()).HasSent);
        Assert.Equal(EntryState.Sent, bench.Work.Entry(entry).State);
    }

    [Fact]
    public async Task The_relay_hears_of_it_at_once()
    {
        await using var bench = await ApiBench.OpenAsync();
        var entry = await bench.Work.SubmitAsync(1);
        await PutOffAsync(bench, entry);
        await bench.Work.UntilToldAsync();
        var steps = new List<IntentStep>();
        bench.Work.Changes.Committed += changes => steps.AddRange(changes.Select(static change => change.Step));

        await ResendAsync(bench, $"intents/{entry.Hash}");

        await bench.Work.UntilToldAsync();
        Assert.Equal([IntentStep.Hastened], steps);
    }

    [Fact]
    public async Task What_is_on_its_way_or_over_is_told_as_it_stands_and_sent_no_second_time()
    {
        await using var bench = await ApiBench.OpenAsync();
        var entry = await bench.Work.SubmitAsync(1);
        await bench.Work.RelayAsync();

        var sent = await ResendAsync(bench, $"intents/{entry.Hash}");
        Assert.Equal(EntryState.Sent, bench.Work.Entry(entry).State);
        await bench.Work.MineAsync();
        var over = await ResendAsync(bench, $"intents/{entry.Hash}");

        Assert.NotEqual(IntentState.Accepted, sent.Intent.State);
        Assert.Equal(IntentState.Executed, over.Intent.State);
        Assert.False((await bench.Work.RelayAsync()).HasSent);
    }

    [Fact]
    public async Task What_nobody_has_sent_is_not_found_and_a_name_that_is_none_is_said_to_be_none()
    {
        await using var bench = await ApiBench.OpenAsync();

        var unknown = await Assert.ThrowsAsync<LedgerFault>(
            () => ResendAsync(bench, $"intents/0x{new string('1', 64)}"));
        var malformed = await Assert.ThrowsAsync<LedgerFault>(() => ResendAsync(bench, "intents/0x12"));

        Assert.Equal(ErrorReason.IntentNotFound, unknown.Reason);
        Assert.Equal(ErrorReason.InvalidField, malformed.Reason);
    }

    private static Task<ResendIntentResponse> ResendAsync(ApiBench bench, string name) =>
        new ResendIntentCall(bench.Work.Writer, bench.GetIntent).AnswerAsync(
            new ResendIntentRequest { Name = name }, new TestCall(Cancellation));

    private static async Task PutOffAsync(ApiBench bench, OutboxEntry entry) => await bench.Work.Writer.WriteAsync(
        session =>
        {
            OutcomeTable.Postpone(session, entry.Hash, bench.Work.Clock.Seconds + 3600);
            return true;
        },
        Cancellation);
}
