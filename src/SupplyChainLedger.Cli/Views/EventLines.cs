using Spectre.Console;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>
/// Turns a stream of events into lines for people. A confirmation carries minor units alone, so the currency is kept
/// from the submission, or asked for where the stream began after it.
/// </summary>
internal sealed class EventLines(LedgerClient client)
{
    private readonly Dictionary<string, string> _currencies = [];

    public async Task<Text> ReadAsync(WatchEventsResponse message, CancellationToken cancellation)
    {
        if (message.Event?.InvoiceSubmitted is { } submitted)
            _currencies[submitted.Invoice] = submitted.Amount.CurrencyCode;
        var currency = message.Event?.InvoiceConfirmed is { } confirmed
            ? await FindCurrencyAsync(confirmed.Invoice, cancellation)
            : null;
        return EventView.Line(message, currency);
    }

    private async Task<string?> FindCurrencyAsync(string invoice, CancellationToken cancellation)
    {
        if (_currencies.TryGetValue(invoice, out var known)) return known;
        if (!ResourceNames.TryParseInvoice(invoice, out var id)) return null;
        try
        {
            var found = await client.Invoices.GetAsync(id, cancellation: cancellation);
            return _currencies[invoice] = found.Invoice.Amount.CurrencyCode;
        }
        catch (LedgerException)
        {
            return null; // a reorganisation has taken it back by now, and the stream will say so
        }
    }
}
