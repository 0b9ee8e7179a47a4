using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary><c>EventService.WatchEvents</c>.</summary>
internal sealed class WatchEventsCall(IIndexReader index, IEventFeed feed, IHostApplicationLifetime lifetime)
{
    public async Task AnswerAsync(
        WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responses, ServerCallContext context)
    {
        var filter = await FilterAsync(request, context.CancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var message in feed.ReadAsync(request.AfterPosition, filter, end.Token))
                await responses.WriteAsync(Write(message));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(
                StatusCode.Unavailable, "The service is stopping. Resume from the last position when it is back."));
        }
    }

    private async Task<EventFilter> FilterAsync(WatchEventsRequest request, CancellationToken cancellation)
    {
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        return new EventFilter(
            request.Invoice.Length == 0 ? null : ResourceNames.ReadInvoice("invoice", request.Invoice),
            snapshot.FindParty("participant", request.Participant));
    }

    private static WatchEventsResponse Write(FeedMessage message) => message switch
    {
        FeedEvent one => new WatchEventsResponse { Event = Write(one) },
        FeedCaughtUp caughtUp => new WatchEventsResponse
        {
            CaughtUp = new CaughtUp { ReadAt = caughtUp.ReadAt.ToReadAt() },
        },
        FeedReorganisation back => new WatchEventsResponse
        {
            Reorganisation = new Reorganisation { AfterPosition = back.AfterPosition, ForkBlock = back.ForkBlock },
        },
        _ => throw new ArgumentException($"{message.GetType().Name} has no form in the API.", nameof(message)),
    };

    private static Event Write(FeedEvent one)
    {
        var shown = new Event
        {
            Position = one.Position,
            Inclusion = one.Row.At.ToApi(one.ReadAt.FinalBlock),
        };
        new EventWriter(id => ResourceNames.OfParticipant(one.Handles[id])).Write(one.Row.Event, shown);
        return shown;
    }
}
