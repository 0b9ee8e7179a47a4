using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class EventApi(MemoryLedger ledger) : EventService.EventServiceBase
{
    public override async Task WatchEvents(
        WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        var events = ledger.Events;
        var start = request.AfterPosition.Length == 0 ? 0 : int.Parse(request.AfterPosition[1..], null);
        if (start > events.Count)
            throw Refusals.Of(ErrorReason.PositionInvalid, $"{request.AfterPosition} was never given out.");

        foreach (var happened in events.Skip(start).Where(happened => Concerns(happened, request.Invoice)))
        {
            await responseStream.WriteAsync(new WatchEventsResponse { Event = happened });
            if (!ledger.Faults.TakeBreak()) continue;
            throw new RpcException(new Status(StatusCode.Unavailable, "The service is stopping."));
        }

        await responseStream.WriteAsync(
            new WatchEventsResponse { CaughtUp = new CaughtUp { ReadAt = ledger.ReadAt } });
        var end = new TaskCompletionSource();
        await using var registration = context.CancellationToken.Register(end.SetResult);
        await end.Task;
    }

    private static bool Concerns(Event happened, string invoice)
    {
        var concerned = happened.InvoiceSubmitted?.Invoice
            ?? happened.InvoiceConfirmed?.Invoice
            ?? happened.InvoiceRejected?.Invoice
            ?? happened.InvoiceWithdrawn?.Invoice;
        return invoice.Length == 0 || invoice == concerned;
    }
}
