using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Participants for people.</summary>
internal static class ParticipantView
{
    public static IRenderable Of(Participant participant, ReadAt? readAt) => Fields.Of(
        ("Participant", participant.Name),
        ("Id", $"{participant.Id}"),
        ("Name", participant.DisplayName),
        ("Roles", Roles(participant)),
        ("State", Show.Word(participant.State)),
        ("Reason", participant.SuspensionReason),
        ("Signers", string.Join("; ", participant.Signers.Select(Signer))),
        ("Revoked", string.Join("; ", participant.RevokedSigners.Select(Signer))),
        ("Two sign above", string.Join(", ", participant.Thresholds.Select(Show.Amount))),
        ("LEI hash", participant.LeiHash),
        ("VAT hash", participant.VatHash),
        ("Endpoint hash", participant.EndpointHash),
        ("Region", participant.Region),
        ("Industry", participant.Industry),
        ("Enterprise", participant.SmallEnterprise ? "small or medium" : "large"),
        ("Registered", Show.Place(participant.Registration)),
        ("Read at", Show.ReadAt(readAt)));

    public static IRenderable Table(IEnumerable<Participant> participants)
    {
        var rows = new AlignedTable(">ID", "HANDLE", "NAME", "ROLES", "STATE", "REGION");
        foreach (var participant in participants)
        {
            rows.Add(
                $"{participant.Id}",
                participant.Handle,
                participant.DisplayName,
                Roles(participant),
                Show.Word(participant.State),
                participant.Region);
        }

        return rows.Content;
    }

    private static string Signer(Signer signer) => signer.Permissions.Count == 0
        ? signer.Address
        : $"{signer.Address} ({string.Join(", ", signer.Permissions.Select(permission => Show.Word(permission)))})";

    private static string Roles(Participant participant) =>
        string.Join(", ", participant.Roles.Select(role => Show.Word(role)));
}
