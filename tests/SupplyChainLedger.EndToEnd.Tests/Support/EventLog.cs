using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Support;

/// <summary>Reads events up to the newest indexed block.</summary>
public static class EventLog
{
    /// <summary>All events of an invoice, or all there are.</summary>
    public static async Task<IReadOnlyList<Event>> ReadAsync(LedgerClient client, InvoiceId? invoice = null)
    {
        var events = new List<Event>();
        var filter = new EventFilter { Invoice = invoice };
        await foreach (var message in client.Events.WatchAsync(filter, TestContext.Current.CancellationToken))
        {
            if (message.MessageCase == WatchEventsResponse.MessageOneofCase.CaughtUp) break;
            events.Add(message.Event);
        }

        return events;
    }
}
