using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>The permissions of the API and the bits of the contract.</summary>
internal static class PermissionWriter
{
    private static readonly (Permission Permission, SignerPermissions Bit)[] Pairs =
    [
        (Permission.Claim, SignerPermissions.Claim),
        (Permission.Owe, SignerPermissions.Owe),
        (Permission.Move, SignerPermissions.Move),
        (Permission.Fund, SignerPermissions.Fund),
        (Permission.Settle, SignerPermissions.Settle),
        (Permission.Administer, SignerPermissions.Administer),
    ];

    public static IEnumerable<Permission> Write(SignerPermissions permissions) =>
        Pairs.Where(pair => permissions.HasFlag(pair.Bit)).Select(pair => pair.Permission);
}
