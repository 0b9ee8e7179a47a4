using Grpc.Core;
using SupplyChainLedger.Service.Api.Events;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class WatchEventsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_gets_each_event_with_its_place_and_then_the_signal()
    {
        await using var bench = await ApiBench.OpenAsync();
        var received = new List<WatchEventsResponse>();

        await UntilCaughtUpAsync(bench, new WatchEventsRequest(), received);

        var first = received[0].Event;
        Assert.Equal("participants/party-1", first.ParticipantRegistered.Participant);
        Assert.Equal((1ul, 0u), (first.Inclusion.BlockNumber, first.Inclusion.LogIndex));
        Assert.InRange(first.Position.Length, 1, 128);
        Assert.Equal(5, received.Count);
        Assert.Equal(1ul, received[^1].CaughtUp.ReadAt.BlockNumber);
    }

    [Fact]
    public async Task A_reader_of_one_participant_gets_what_names_it()
    {
        await using var bench = await ApiBench.OpenAsync();
        var received = new List<WatchEventsResponse>();

        await UntilCaughtUpAsync(bench, new WatchEventsRequest { Participant = "participants/party-2" }, received);

        Assert.Equal(
            [WatchEventsResponse.MessageOneofCase.Event, WatchEventsResponse.MessageOneofCase.Event,
                WatchEventsResponse.MessageOneofCase.CaughtUp],
            received.Select(one => one.MessageCase));
        Assert.Equal("participants/party-2", received[1].Event.SignerAdded.Participant);
    }

    [Fact]
    public async Task A_service_that_stops_tells_its_readers_to_come_back()
    {
        await using var bench = await ApiBench.OpenAsync();
        var answers = new AnswersTo<WatchEventsResponse>((message, _) =>
        {
            if (message.CaughtUp is not null) bench.Lifetime.StopApplication();
            return Task.CompletedTask;
        });

        var fault = await Assert.ThrowsAsync<RpcException>(
            () => CallOf(bench).AnswerAsync(new WatchEventsRequest(), answers, new TestCall(Cancellation)));

        Assert.Equal(StatusCode.Unavailable, fault.StatusCode);
    }

    [Fact]
    public async Task A_filter_or_position_of_another_form_is_refused_before_anything_is_sent()
    {
        await using var bench = await ApiBench.OpenAsync();

        Assert.Equal(ErrorReason.InvalidField, await RefusalAsync(new WatchEventsRequest { Invoice = "invoices/1" }));
        Assert.Equal(ErrorReason.InvalidField, await RefusalAsync(new WatchEventsRequest { Participant = "party-1" }));
        Assert.Equal(
            ErrorReason.ParticipantNotFound,
            await RefusalAsync(new WatchEventsRequest { Participant = "participants/nobody" }));
        Assert.Equal(
            ErrorReason.PositionInvalid, await RefusalAsync(new WatchEventsRequest { AfterPosition = "7" }));

        async Task<ErrorReason> RefusalAsync(WatchEventsRequest request)
        {
            var answers = new AnswersTo<WatchEventsResponse>(static (_, _) => throw new IOException("unwanted"));
            var fault = await Assert.ThrowsAsync<LedgerFault>(
                () => CallOf(bench).AnswerAsync(request, answers, new TestCall(Cancellation)));
            return fault.Reason;
        }
    }

    private static WatchEventsCall CallOf(ApiBench bench) => new(bench.Index.Reader, bench.Index.Feed, bench.Lifetime);

    /// <summary>The reader leaves as soon as it has everything.</summary>
    private static async Task UntilCaughtUpAsync(
        ApiBench bench, WatchEventsRequest request, List<WatchEventsResponse> received)
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answers = new AnswersTo<WatchEventsResponse>(async (message, _) =>
        {
            received.Add(message);
            if (message.CaughtUp is not null) await call.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CallOf(bench).AnswerAsync(request, answers, new TestCall(call.Token)));
    }
}
