using Spectre.Console;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Events for people, one a line.</summary>
internal static class EventView
{
    /// <summary>One message of the stream.</summary>
    /// <param name="message">The message.</param>
    /// <param name="currencyCode">Currency of the invoice that it speaks of, which not every event carries.</param>
    public static Text Line(WatchEventsResponse message, string? currencyCode) => new(message.MessageCase switch
    {
        WatchEventsResponse.MessageOneofCase.Event => Line(message.Event, currencyCode),
        WatchEventsResponse.MessageOneofCase.Reorganisation => Line(message.Reorganisation),
        _ => "",
    } + "\n");

    private static string Line(Event happened, string? currencyCode) =>
        $"{happened.Inclusion.BlockNumber,7}  {Show.Time(happened.Inclusion.BlockTime)}  "
        + What(happened, currencyCode);

    private static string Line(Reorganisation reorganisation) => reorganisation.AfterPosition.Length == 0
        ? $"         a reorganisation took back everything after block {reorganisation.ForkBlock}"
        : $"         a reorganisation took back everything after block {reorganisation.ForkBlock}, "
            + $"position {reorganisation.AfterPosition}";

    private static string What(Event happened, string? currencyCode) => happened.KindCase switch
    {
        Event.KindOneofCase.InvoiceSubmitted => Submitted(happened.InvoiceSubmitted),
        Event.KindOneofCase.InvoiceConfirmed =>
            $"confirmed   {happened.InvoiceConfirmed.Invoice} by {Show.Party(happened.InvoiceConfirmed.Buyer)}, "
            + Amount(happened.InvoiceConfirmed.Record.MinorUnits, currencyCode),
        Event.KindOneofCase.InvoiceRejected =>
            $"rejected    {happened.InvoiceRejected.Invoice} by {Show.Party(happened.InvoiceRejected.Buyer)}: "
            + happened.InvoiceRejected.Reason,
        Event.KindOneofCase.InvoiceWithdrawn =>
            $"withdrawn   {happened.InvoiceWithdrawn.Invoice} by {Show.Party(happened.InvoiceWithdrawn.Supplier)}",
        Event.KindOneofCase.IntentRejected =>
            $"refused     {happened.IntentRejected.Intent} of {Show.Party(happened.IntentRejected.Participant)}: "
            + happened.IntentRejected.Rejection.Reason,
        Event.KindOneofCase.IntentRefused =>
            $"refused     call {happened.IntentRefused.CallHash}: {happened.IntentRefused.Rejection.Reason}",
        Event.KindOneofCase.ParticipantRegistered =>
            $"registered  {Show.Party(happened.ParticipantRegistered.Participant)}, "
            + $"{happened.ParticipantRegistered.DisplayName}",
        Event.KindOneofCase.SignerAdded =>
            $"key added   {happened.SignerAdded.Signer} for {Show.Party(happened.SignerAdded.Participant)}",
        Event.KindOneofCase.SignerRevoked =>
            $"key revoked {happened.SignerRevoked.Signer} of {Show.Party(happened.SignerRevoked.Participant)}",
        Event.KindOneofCase.ParticipantSuspended =>
            $"suspended   {Show.Party(happened.ParticipantSuspended.Participant)}: "
            + happened.ParticipantSuspended.Reason,
        Event.KindOneofCase.ParticipantReinstated =>
            $"reinstated  {Show.Party(happened.ParticipantReinstated.Participant)}: "
            + happened.ParticipantReinstated.Reason,
        _ => "an event that this version does not know",
    };

    private static string Amount(long minorUnits, string? currencyCode) => currencyCode is null
        ? $"{minorUnits} minor units"
        : Show.Amount(new Money { CurrencyCode = currencyCode, MinorUnits = minorUnits });

    private static string Submitted(InvoiceSubmitted claim) =>
        $"submitted   {claim.Invoice} {claim.Number}, {Show.Amount(claim.Amount)}, due {Show.Day(claim.DueDate)}, "
        + $"{Show.Party(claim.Supplier)} to {Show.Party(claim.Buyer)}";
}
