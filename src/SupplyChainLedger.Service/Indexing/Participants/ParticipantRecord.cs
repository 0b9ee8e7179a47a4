using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>A participant as its events have made it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Handle">Its unique handle.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="SuspensionReason">The operator's reason while it is suspended; null while it is active.</param>
/// <param name="Signers">Keys that may sign for it, in the order in which they were added.</param>
/// <param name="RevokedSigners">Keys that signed for it once, in the order in which they were revoked.</param>
/// <param name="LeiHash">Hash of its LEI; zero where none is registered.</param>
/// <param name="VatHash">Hash of its VAT number; zero where none is registered.</param>
/// <param name="EndpointHash">Hash of its electronic address; zero where none is registered.</param>
/// <param name="Region">ISO 3166-2 code.</param>
/// <param name="Industry">ISIC Rev. 4 code.</param>
/// <param name="SmallEnterprise">Whether it is a small or medium enterprise.</param>
/// <param name="Registered">Where it was registered.</param>
internal sealed record ParticipantRecord(
    ParticipantId Id,
    string Handle,
    string DisplayName,
    ParticipantRoles Roles,
    string? SuspensionReason,
    IReadOnlyList<RegisteredSigner> Signers,
    IReadOnlyList<RegisteredSigner> RevokedSigners,
    Hash32 LeiHash,
    Hash32 VatHash,
    Hash32 EndpointHash,
    string Region,
    string Industry,
    bool SmallEnterprise,
    LogPosition Registered)
{
    public bool IsSuspended => SuspensionReason is not null;
}

/// <summary>A key that signs, or signed, for a participant.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Permissions">What it may sign, or might.</param>
/// <param name="Added">Where it was added; null in the block of the registration, whose keys need no notice.</param>
internal readonly record struct RegisteredSigner(
    Address Address, SignerPermissions Permissions, LogPosition? Added = null);
