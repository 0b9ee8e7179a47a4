using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Names participants as the API does.</summary>
internal static class PartyWriter
{
    public static string NameOf(this IndexSnapshot snapshot, ParticipantId participant) =>
        ResourceNames.OfParticipant(snapshot.Participants.HandleOf(participant));

    /// <summary>Its name; empty for nobody.</summary>
    public static string NameOf(this IndexSnapshot snapshot, ParticipantId? participant) =>
        participant is { } known ? snapshot.NameOf(known) : "";
}
