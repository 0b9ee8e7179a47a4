using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of the register and of thresholds as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class ParticipantEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.ParticipantRegistered Write(ParticipantRegistered e) => new()
    {
        Participant = nameOf(e.Participant),
        Id = e.Participant.Value,
        DisplayName = e.DisplayName,
        Roles = { RoleWriter.Write(e.Roles) },
        Region = e.Region,
        Industry = e.Industry,
        SmallEnterprise = e.SmallEnterprise,
    };

    public V1.SignerAdded Write(SignerAdded e) => new()
    {
        Participant = nameOf(e.Participant),
        Signer = e.Signer.ToString(),
        Permissions = { PermissionWriter.Write(e.Permissions) },
    };

    public V1.SignerRevoked Write(SignerRevoked e) => new()
    {
        Participant = nameOf(e.Participant),
        Signer = e.Signer.ToString(),
    };

    public V1.ParticipantSuspended Write(ParticipantSuspended e) => new()
    {
        Participant = nameOf(e.Participant),
        Reason = e.Reason,
    };

    public V1.ParticipantReinstated Write(ParticipantReinstated e) => new()
    {
        Participant = nameOf(e.Participant),
        Reason = e.Reason,
    };

    public V1.ThresholdSet Write(ThresholdSet e) => new()
    {
        Participant = nameOf(e.Participant),
        Intent = ResourceNames.Of(e.Intent),
        Threshold = MoneyWriter.Write(e.Currency, e.Threshold),
    };
}
