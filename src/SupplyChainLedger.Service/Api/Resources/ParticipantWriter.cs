using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Participants;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows participants as the API has them.</summary>
internal static class ParticipantWriter
{
    public static Participant Write(IndexSnapshot snapshot, ParticipantRow row)
    {
        var record = row.Record;
        var participant = new Participant
        {
            Name = ResourceNames.OfParticipant(record.Handle),
            Id = record.Id.Value,
            Handle = record.Handle,
            DisplayName = record.DisplayName,
            State = record.IsSuspended ? ParticipantState.Suspended : ParticipantState.Active,
            SuspensionReason = record.SuspensionReason ?? "",
            LeiHash = record.LeiHash.OrEmpty(),
            VatHash = record.VatHash.OrEmpty(),
            EndpointHash = record.EndpointHash.OrEmpty(),
            Region = record.Region,
            Industry = record.Industry,
            SmallEnterprise = record.SmallEnterprise,
            Registration = row.Registration.ToApi(snapshot.Head.FinalBlock),
        };
        participant.Roles.AddRange(RoleWriter.Write(record.Roles));
        participant.Signers.AddRange(record.Signers.Select(Write));
        participant.RevokedSigners.AddRange(record.RevokedSigners.Select(Write));
        participant.Thresholds.AddRange(snapshot.Participants.ThresholdsOf(record.Id)
            .Where(static one => one.Amount > 0)
            .Select(static one => MoneyWriter.Write(one.Currency, one.Amount)));
        return participant;
    }

    private static Signer Write(RegisteredSigner signer) => new()
    {
        Address = signer.Address.ToString(),
        Permissions = { PermissionWriter.Write(signer.Permissions) },
    };
}
