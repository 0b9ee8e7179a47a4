using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

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
    internal static readonly EventLayout<ParticipantRegistered> Shape = new(
        nameof(ParticipantRegistered),
        static (ref f) => new ParticipantRegistered(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(AbiTypes.LenientString, static e => e.Handle),
            f.Next(AbiTypes.LenientString, static e => e.DisplayName),
            f.Next(LedgerTypes.Roles, static e => e.Roles),
            f.Next(AbiTypes.Bytes32, static e => e.LeiHash),
            f.Next(AbiTypes.Bytes32, static e => e.VatHash),
            f.Next(AbiTypes.Bytes32, static e => e.EndpointHash),
            f.Next(AbiTypes.LenientString, static e => e.Region),
            f.Next(AbiTypes.LenientString, static e => e.Industry),
            f.Next(AbiTypes.Bool, static e => e.SmallEnterprise)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>A key may now sign for a participant.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Signer">Address of the key.</param>
/// <param name="Permissions">What it may sign.</param>
public sealed record SignerAdded(
    ParticipantId Participant, Address Signer, SignerPermissions Permissions) : LedgerEvent
{
    internal static readonly EventLayout<SignerAdded> Shape = new(
        nameof(SignerAdded),
        static (ref f) => new SignerAdded(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Indexed(AbiTypes.Address, static e => e.Signer),
            f.Next(LedgerTypes.Permissions, static e => e.Permissions)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>A key may never sign again.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Signer">Address of the key.</param>
public sealed record SignerRevoked(
    ParticipantId Participant, Address Signer) : LedgerEvent
{
    internal static readonly EventLayout<SignerRevoked> Shape = new(
        nameof(SignerRevoked),
        static (ref f) => new SignerRevoked(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Indexed(AbiTypes.Address, static e => e.Signer)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>A participant was stopped.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record ParticipantSuspended(
    ParticipantId Participant, string Reason) : LedgerEvent
{
    internal static readonly EventLayout<ParticipantSuspended> Shape = new(
        nameof(ParticipantSuspended),
        static (ref f) => new ParticipantSuspended(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>A participant may act again.</summary>
/// <param name="Participant">The participant.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record ParticipantReinstated(
    ParticipantId Participant, string Reason) : LedgerEvent
{
    internal static readonly EventLayout<ParticipantReinstated> Shape = new(
        nameof(ParticipantReinstated),
        static (ref f) => new ParticipantReinstated(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}
