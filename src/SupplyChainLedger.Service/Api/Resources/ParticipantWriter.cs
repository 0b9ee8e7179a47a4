using SupplyChainLedger.Ethereum;
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
            LeiHash = OrEmpty(record.LeiHash),
            VatHash = OrEmpty(record.VatHash),
            EndpointHash = OrEmpty(record.EndpointHash),
            Region = record.Region,
            Industry = record.Industry,
            SmallEnterprise = record.SmallEnterprise,
            Registration = row.Registration.ToApi(snapshot.Head.FinalBlock),
        };
        participant.Roles.AddRange(RoleWriter.Write(record.Roles));
        participant.Signers.AddRange(record.Signers.Select(signer => new Signer { Address = signer.ToString() }));
        return participant;
    }

    private static string OrEmpty(Hash32 hash) => hash == Hash32.Zero ? "" : hash.ToString();
}
