using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary><c>EventService</c>: one class a call.</summary>
internal sealed class EventApi(WatchEventsCall watch) : EventService.EventServiceBase
{
    public override Task WatchEvents(
        WatchEventsRequest request,
        IServerStreamWriter<WatchEventsResponse> responseStream,
        ServerCallContext context) => watch.AnswerAsync(request, responseStream, context);
}
