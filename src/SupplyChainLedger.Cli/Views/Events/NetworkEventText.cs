using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What happened to participants, rules and intents.</summary>
internal static class NetworkEventText
{
    public static string? Of(Event happened) => happened.KindCase switch
    {
        Event.KindOneofCase.IntentRejected =>
            $"refused     {happened.IntentRejected.Intent} of {Show.Party(happened.IntentRejected.Participant)}: "
            + happened.IntentRejected.Rejection.Reason,
        Event.KindOneofCase.IntentCancelled =>
            $"taken back  {happened.IntentCancelled.Cancelled} by {Show.Party(happened.IntentCancelled.Participant)}",
        Event.KindOneofCase.IntentRefused =>
            $"refused     call {happened.IntentRefused.CallHash}: {happened.IntentRefused.Rejection.Reason}",
        Event.KindOneofCase.ParticipantRegistered =>
            $"registered  {Show.Party(happened.ParticipantRegistered.Participant)}, "
            + $"{happened.ParticipantRegistered.DisplayName}",
        Event.KindOneofCase.SignerAdded =>
            $"key added   {happened.SignerAdded.Signer} for {Show.Party(happened.SignerAdded.Participant)}, to "
            + string.Join(", ", happened.SignerAdded.Permissions.Select(permission => Show.Word(permission))),
        Event.KindOneofCase.SignerRevoked =>
            $"key revoked {happened.SignerRevoked.Signer} of {Show.Party(happened.SignerRevoked.Participant)}",
        Event.KindOneofCase.ParticipantSuspended =>
            $"suspended   {Show.Party(happened.ParticipantSuspended.Participant)}: "
            + happened.ParticipantSuspended.Reason,
        Event.KindOneofCase.ParticipantReinstated =>
            $"reinstated  {Show.Party(happened.ParticipantReinstated.Participant)}: "
            + happened.ParticipantReinstated.Reason,
        Event.KindOneofCase.RulesProposed =>
            $"rules       version {happened.RulesProposed.Rules.Version}, {happened.RulesProposed.Rules.DisplayName}",
        Event.KindOneofCase.ThresholdSet =>
            $"threshold   {Show.Amount(happened.ThresholdSet.Threshold)} of "
            + Show.Party(happened.ThresholdSet.Participant),
        _ => null,
    };
}
