using Spectre.Console;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Events for people, one a line.</summary>
internal static class EventView
{
    public static Text Line(WatchEventsResponse message) => new(message.MessageCase switch
    {
        WatchEventsResponse.MessageOneofCase.Event => Line(message.Event),
        WatchEventsResponse.MessageOneofCase.Reorganisation => Line(message.Reorganisation),
        _ => "",
    } + "\n");

    private static string Line(Event happened) =>
        $"{happened.Inclusion.BlockNumber,7}  {Show.Time(happened.Inclusion.BlockTime)}  {What(happened)}";

    private static string Line(Reorganisation reorganisation) => reorganisation.AfterPosition.Length == 0
        ? $"         a reorganisation took back everything after block {reorganisation.ForkBlock}"
        : $"         a reorganisation took back everything after block {reorganisation.ForkBlock}, "
            + $"position {reorganisation.AfterPosition}";

    private static string What(Event happened) => happened.KindCase switch
    {
        Event.KindOneofCase.InvoiceSubmitted => Submitted(happened.InvoiceSubmitted),
        Event.KindOneofCase.InvoiceConfirmed =>
            $"confirmed   {happened.InvoiceConfirmed.Invoice} by {Show.Party(happened.InvoiceConfirmed.Buyer)}, "
            + $"{happened.InvoiceConfirmed.MinorUnits} minor units",
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

    private static string Submitted(InvoiceSubmitted claim) =>
        $"submitted   {claim.Invoice} {claim.Number}, {Show.Amount(claim.Amount)}, due {Show.Day(claim.DueDate)}, "
        + $"{Show.Party(claim.Supplier)} to {Show.Party(claim.Buyer)}";
}
