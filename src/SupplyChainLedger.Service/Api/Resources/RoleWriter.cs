using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>The roles of the API and the bits of the contract.</summary>
internal static class RoleWriter
{
    private static readonly (Role Role, ParticipantRoles Bit)[] Pairs =
    [
        (Role.Supplier, ParticipantRoles.Supplier),
        (Role.Buyer, ParticipantRoles.Buyer),
        (Role.Financier, ParticipantRoles.Financier),
        (Role.Auditor, ParticipantRoles.Auditor),
        (Role.Operator, ParticipantRoles.Operator),
    ];

    public static IEnumerable<Role> Write(ParticipantRoles roles) =>
        Pairs.Where(pair => roles.HasFlag(pair.Bit)).Select(pair => pair.Role);

    /// <summary>The bit of a role; none for an unspecified one.</summary>
    public static ParticipantRoles Read(Role role) => Pairs.FirstOrDefault(pair => pair.Role == role).Bit;
}
