using Spectre.Console;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>Events for people, one a line.</summary>
internal static class EventView
{
    /// <summary>One message of the stream.</summary>
    /// <param name="message">The message.</param>
    /// <param name="currencyCode">Currency of the receivable that it speaks of, which few events carry.</param>
    public static Text Line(WatchEventsResponse message, string? currencyCode) => new(message.MessageCase switch
    {
        WatchEventsResponse.MessageOneofCase.Event => Line(message.Event, new EventAmount(currencyCode)),
        WatchEventsResponse.MessageOneofCase.Reorganisation => Line(message.Reorganisation),
        _ => "",
    } + "\n");

    private static string Line(Event happened, EventAmount amount) =>
        $"{happened.Inclusion.BlockNumber,7}  {Show.Time(happened.Inclusion.BlockTime)}  " + What(happened, amount);

    private static string Line(Reorganisation reorganisation) => reorganisation.AfterPosition.Length == 0
        ? $"         a reorganisation took back everything after block {reorganisation.ForkBlock}"
        : $"         a reorganisation took back everything after block {reorganisation.ForkBlock}, "
            + $"position {reorganisation.AfterPosition}";

    private static string What(Event happened, EventAmount amount) =>
        InvoiceEventText.Of(happened, amount)
        ?? TransferEventText.Of(happened, amount)
        ?? FinancingEventText.Of(happened, amount)
        ?? SettlementEventText.Of(happened, amount)
        ?? CorrectionEventText.Of(happened, amount)
        ?? NetworkEventText.Of(happened)
        ?? "an event that this version does not know";
}
