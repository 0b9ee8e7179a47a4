using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Registry;

/// <summary>The calls of the contract <c>Participants</c>.</summary>
public static class ParticipantsCalls
{
    private static readonly AbiType<Registration> RegistrationType = AbiTypes.Tuple(
            AbiTypes.String,
            AbiTypes.String,
            LedgerTypes.Roles,
            AbiTypes.Array(AbiTypes.Address),
            AbiTypes.Bytes32,
            AbiTypes.Bytes32,
            AbiTypes.Bytes32,
            AbiTypes.String,
            AbiTypes.String,
            AbiTypes.Bool)
        .Map<Registration>(
            static r => (r.Handle, r.DisplayName, r.Roles, r.Signers.ToArray(), r.LeiHash, r.VatHash, r.EndpointHash,
                r.Region, r.Industry, r.SmallEnterprise),
            static t => new Registration(
                t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10));

    /// <summary>Registers a participant; for accounts with the operator's role.</summary>
    public static AbiFunction<Registration, ParticipantId> Register { get; } =
        new("register", AbiTypes.Tuple(RegistrationType), AbiTypes.Tuple(LedgerTypes.Participant));

    /// <summary>Lets a key sign for a participant what its permissions say.</summary>
    public static AbiFunction<(ParticipantId, Address, SignerPermissions), ValueTuple> AddSigner { get; } = new(
        "addSigner",
        AbiTypes.Tuple(LedgerTypes.Participant, AbiTypes.Address, LedgerTypes.Permissions),
        AbiTypes.Nothing);

    /// <summary>Ends a key's right to sign, for ever.</summary>
    public static AbiFunction<(ParticipantId, Address), ValueTuple> RevokeSigner { get; } = new(
        "revokeSigner", AbiTypes.Tuple(LedgerTypes.Participant, AbiTypes.Address), AbiTypes.Nothing);

    /// <summary>Stops a participant from acting and from being named in new records.</summary>
    public static AbiFunction<(ParticipantId, string Reason), ValueTuple> Suspend { get; } = new(
        "suspend", AbiTypes.Tuple(LedgerTypes.Participant, AbiTypes.String), AbiTypes.Nothing);

    /// <summary>Lifts a suspension.</summary>
    public static AbiFunction<(ParticipantId, string Reason), ValueTuple> Reinstate { get; } = new(
        "reinstate", AbiTypes.Tuple(LedgerTypes.Participant, AbiTypes.String), AbiTypes.Nothing);

    /// <summary>Seconds between the block that adds a further key and its first signature.</summary>
    public static AbiFunction<ValueTuple, uint> KeyNotice { get; } =
        new("keyNotice", AbiTypes.Nothing, AbiTypes.Tuple(AbiTypes.UInt32));

    /// <summary>The participant with a handle; 0 where there is none.</summary>
    public static AbiFunction<string, ParticipantId> ParticipantByHandle { get; } = new(
        "participantByHandle", AbiTypes.Tuple(AbiTypes.String), AbiTypes.Tuple(LedgerTypes.Participant));

    /// <summary>Whose key this is or was, and what it may sign; participant 0 for nobody's.</summary>
    public static AbiFunction<Address, (ParticipantId Participant, SignerPermissions, bool Revoked)> Signer { get; } =
        new(
            "signer",
            AbiTypes.Tuple(AbiTypes.Address),
            AbiTypes.Tuple(LedgerTypes.Participant, LedgerTypes.Permissions, AbiTypes.Bool));
}
