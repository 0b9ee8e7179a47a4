using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>The operator registered a participant.</summary>
/// <param name="Participant">Its number.</param>
/// <param name="Handle">Its unique handle.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="LeiHash">Hash of its LEI; zero where none is registered.</param>
/// <param name="VatHash">Hash of its VAT number; zero where none is registered.</param>
/// <param name="EndpointHash">Hash of its electronic address; zero where none is registered.</param>
/// <param name="Region">ISO 3166-2 code.</param>
/// <param name="Industry">ISIC Rev. 4 code.</param>
/// <param name="SmallEnterprise">Whether it is a small or medium enterprise.</param>
public sealed record ParticipantRegistered(
    ParticipantId Participant,
    string Handle,
    string DisplayName,
    ParticipantRoles Roles,
    Hash32 LeiHash,
    Hash32 VatHash,
    Hash32 EndpointHash,
    string Region,
    string Industry,
    bool SmallEnterprise) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}

/// <summary>A key may now sign for a participant.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Signer">Address of the key.</param>
public sealed record SignerAdded(ParticipantId Participant, Address Signer) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}

/// <summary>A key may never sign again.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Signer">Address of the key.</param>
public sealed record SignerRevoked(ParticipantId Participant, Address Signer) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}

/// <summary>A participant was stopped.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record ParticipantSuspended(ParticipantId Participant, string Reason) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}

/// <summary>A participant may act again.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record ParticipantReinstated(ParticipantId Participant, string Reason) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}
