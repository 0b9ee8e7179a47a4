using Spectre.Console;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>
/// Turns a stream of events into lines for people. Most events carry minor units alone, so the currency is kept from
/// the submission, or asked for where the stream began after it.
/// </summary>
internal sealed class EventLines(LedgerClient client)
{
    private readonly Dictionary<InvoiceId, string> _currencies = [];

    public async Task<Text> ReadAsync(WatchEventsResponse message, CancellationToken cancellation)
    {
        if (message.Event is not { } happened || !EventSubject.TryFind(happened, out var receivable))
            return EventView.Line(message, currencyCode: null);
        if (happened.InvoiceSubmitted is { } submitted) _currencies[receivable] = submitted.Amount.CurrencyCode;
        return EventView.Line(message, await FindCurrencyAsync(receivable, cancellation));
    }

    private async Task<string?> FindCurrencyAsync(InvoiceId receivable, CancellationToken cancellation)
    {
        if (_currencies.TryGetValue(receivable, out var known)) return known;
        try
        {
            var found = await client.Invoices.GetAsync(receivable, cancellation: cancellation);
            return _currencies[receivable] = found.Invoice.Amount.CurrencyCode;
        }
        catch (LedgerException)
        {
            return null; // a reorganisation has taken it back by now, and the stream will say so
        }
    }
}
