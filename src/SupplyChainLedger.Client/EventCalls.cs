using System.Runtime.CompilerServices;
using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>Watches what the contracts record.</summary>
public sealed class EventCalls
{
    private readonly EventService.EventServiceClient _service;
    private readonly ServiceCalls _calls;

    internal EventCalls(EventService.EventServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>
    /// Streams events in the order of the chain, without end: those that are there, a note that the reader has caught
    /// up, then each one as it comes, and a note where a reorganisation takes events back. Where the connection breaks
    /// or the reader falls behind, it goes on after the last event that was handed over: none is missed or repeated.
    /// </summary>
    /// <exception cref="LedgerException">The filter or the position is refused.</exception>
    /// <exception cref="ServiceOutOfReachException">The service is away for longer than
    /// <see cref="LedgerClientOptions.ReconnectFor"/>, or was never there.</exception>
    public async IAsyncEnumerable<WatchEventsResponse> WatchAsync(
        EventFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var request = new WatchEventsRequest
        {
            AfterPosition = filter.AfterPosition,
            Invoice = filter.Invoice is { } invoice ? ResourceNames.Of(invoice) : "",
            Participant = filter.Participant is null ? "" : ResourceNames.OfParticipant(filter.Participant),
        };
        var patience = new Patience(_calls.Options);
        var seen = false;
        while (true)
        {
            using var call = _service.WatchEvents(request, cancellationToken: cancellation);
            while (await TryMoveNextAsync(call.ResponseStream, seen, patience, cancellation))
            {
                var message = call.ResponseStream.Current;
                request.AfterPosition = message.MessageCase switch
                {
                    WatchEventsResponse.MessageOneofCase.Event => message.Event.Position,
                    WatchEventsResponse.MessageOneofCase.Reorganisation => message.Reorganisation.AfterPosition,
                    _ => request.AfterPosition,
                };
                seen = true;
                patience.Restore();
                yield return message;
            }

            await patience.WaitAsync(cancellation);
        }
    }

    /// <summary>False where the stream broke and another attempt is due.</summary>
    private async Task<bool> TryMoveNextAsync(
        IAsyncStreamReader<WatchEventsResponse> events,
        bool mayResume,
        Patience patience,
        CancellationToken cancellation)
    {
        try
        {
            return await events.MoveNext(cancellation);
        }
        catch (RpcException fault)
        {
            var error = _calls.Explain(fault, cancellation);
            var passes = error is ServiceOutOfReachException { IsWorthRepeating: true };
            if (passes && mayResume && patience.IsLeft) return false;
            throw error;
        }
    }
}
