using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;
using static SupplyChainLedger.Contracts.Errors.ReasonTable;

namespace SupplyChainLedger.Contracts.Errors;

/// <summary>Reads the custom errors of the contract <c>Participants</c>.</summary>
public static class RegisterReasons
{
    /// <summary>Name of OpenZeppelin's error for a caller without the role that a function needs.</summary>
    public const string Unauthorized = "AccessControlUnauthorizedAccount";

    private static readonly ReasonTable Table = new(
    [
        Of(Unauthorized, In("account", AbiTypes.Address), In("role", AbiTypes.Bytes32)),
        Of("MalformedHandle"),
        Of("HandleTaken", In("participant", LedgerTypes.Participant)),
        Of("LeiTaken", In("participant", LedgerTypes.Participant)),
        Of("MalformedName"),
        Of("UnknownRoles", In("roles", AbiTypes.UInt16)),
        Of("MalformedRegion"),
        Of("MalformedIndustry"),
        Of("MalformedReason"),
        Of("UnknownPermissions", In("permissions", AbiTypes.UInt16)),
        Of("SignerIsZero"),
        Of("SignerTaken", In("signer", AbiTypes.Address), In("participant", LedgerTypes.Participant)),
        Of("SignerUnknown", In("signer", AbiTypes.Address), In("participant", LedgerTypes.Participant)),
        Of("ParticipantUnknown", In("participant", LedgerTypes.Participant)),
        Of("AlreadySuspended", In("participant", LedgerTypes.Participant)),
        Of("NotSuspended", In("participant", LedgerTypes.Participant)),
    ]);

    /// <summary>Signatures of all errors that are understood, such as <c>HandleTaken(uint32)</c>.</summary>
    public static IEnumerable<string> Signatures => Table.Signatures;

    /// <summary>Decodes what the register gave as its reason.</summary>
    /// <param name="data">The revert data: a selector and its arguments; may be empty or cut short.</param>
    public static ContractReason Decode(ReadOnlySpan<byte> data) => Table.Decode(data);
}
