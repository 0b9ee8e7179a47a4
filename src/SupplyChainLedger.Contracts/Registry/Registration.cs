using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Registry;

/// <summary>What the operator registers of a participant.</summary>
/// <param name="Handle">Unique handle, 1 to 32 of a-z, 0-9 and hyphen, no hyphen at its ends.</param>
/// <param name="DisplayName">Name for people, 1 to 200 bytes of UTF-8.</param>
/// <param name="Roles">At least one role.</param>
/// <param name="Signers">Addresses of its keys.</param>
/// <param name="LeiHash">Hash of its LEI (ISO 17442); zero for none.</param>
/// <param name="VatHash">Hash of its VAT number; zero for none.</param>
/// <param name="EndpointHash">Hash of its electronic address; zero for none.</param>
/// <param name="Region">ISO 3166-2 code, such as <c>DE-BY</c>.</param>
/// <param name="Industry">ISIC Rev. 4 code, such as <c>C2930</c>.</param>
/// <param name="SmallEnterprise">Whether the rules that protect small enterprises apply to it.</param>
public sealed record Registration(
    string Handle,
    string DisplayName,
    ParticipantRoles Roles,
    IReadOnlyList<Address> Signers,
    Hash32 LeiHash,
    Hash32 VatHash,
    Hash32 EndpointHash,
    string Region,
    string Industry,
    bool SmallEnterprise);
