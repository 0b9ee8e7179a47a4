using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Tests;

public sealed class EventCallsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_that_fell_behind_goes_on_where_it_was_and_sees_nothing_twice()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        await SubmitAsync(client, 6);
        running.Ledger.Faults.BreaksAfterEffect = 3;

        var seen = await NumbersUntilCaughtUpAsync(client, EventFilter.All);

        Assert.Equal(["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"], seen);
    }

    [Fact]
    public async Task A_reader_starts_after_the_position_that_it_names()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        await SubmitAsync(client, 3);

        Assert.Equal(["R-3"], await NumbersUntilCaughtUpAsync(client, new EventFilter { AfterPosition = "p2" }));
    }

    [Fact]
    public async Task A_position_that_was_never_given_out_is_refused()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();

        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => NumbersUntilCaughtUpAsync(client, new EventFilter { AfterPosition = "p99" }));

        Assert.Equal(ErrorReason.PositionInvalid, refusal.Reason);
    }

    private static async Task<List<string>> NumbersUntilCaughtUpAsync(LedgerClient client, EventFilter filter)
    {
        var seen = new List<string>();
        await foreach (var message in client.Events.WatchAsync(filter, Cancellation))
        {
            if (message.MessageCase == WatchEventsResponse.MessageOneofCase.CaughtUp) break;
            seen.Add(message.Event.InvoiceSubmitted.Number);
        }

        return seen;
    }

    private static async Task SubmitAsync(LedgerClient client, int count)
    {
        var party = TestParty.Tier1Brakes;
        var supplier = await client.ActAsAsync(party.Handle, party.Key, Cancellation);
        for (var i = 1; i <= count; i++)
            await client.Invoices.SubmitAsync(supplier.Submit(Drafts.Of($"R-{i}")), WaitFor.Included, Cancellation);
    }
}
