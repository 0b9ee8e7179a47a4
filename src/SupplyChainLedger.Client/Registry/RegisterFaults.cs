using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Registry;

/// <summary>What the register's custom errors, and a node's, mean to the operator.</summary>
internal static class RegisterFaults
{
    private static readonly Dictionary<string, (ErrorReason Reason, string Text)> Meanings = new()
    {
        [RegisterReasons.Unauthorized] =
            (ErrorReason.NotTheOperator, "The account {account} has not the operator role on the register."),
        ["HandleTaken"] = (ErrorReason.HandleAlreadyTaken, "Participant {participant} has the handle."),
        ["LeiTaken"] = (ErrorReason.LeiAlreadyTaken, "Participant {participant} has registered the same LEI."),
        ["SignerTaken"] = (
            ErrorReason.KeyAlreadyTaken, "The key {signer} belongs, or once belonged, to participant {participant}."),
        ["SignerUnknown"] =
            (ErrorReason.KeyNotRegistered, "The key {signer} is not a valid key of participant {participant}."),
        ["ParticipantUnknown"] = (ErrorReason.ParticipantNotFound, "There is no participant {participant}."),
        ["AlreadySuspended"] =
            (ErrorReason.ParticipantAlreadySuspended, "Participant {participant} is suspended already."),
        ["NotSuspended"] = (ErrorReason.ParticipantNotSuspended, "Participant {participant} is not suspended."),
    };

    private static readonly Dictionary<string, FieldViolation> Fields = new()
    {
        ["MalformedHandle"] = new("handle", "must be 1 to 32 of a-z, 0-9 and hyphen, with no hyphen at its ends."),
        ["MalformedName"] = new("display_name", "must have 1 to 200 bytes."),
        ["UnknownRoles"] = new("roles", "must be at least one, and only known ones."),
        ["MalformedRegion"] = new("region", "must be an ISO 3166-2 code, such as DE-BY."),
        ["MalformedIndustry"] = new("industry", "must be an ISIC code, such as 2930 or C2930."),
        ["MalformedReason"] = new("reason", "must have 1 to 200 bytes."),
        ["UnknownPermissions"] = new("permissions", "must be at least one, and only known ones."),
        ["SignerIsZero"] = new("signer", "must not be the zero address."),
    };

    /// <summary>Names of the register's errors that have a meaning here.</summary>
    public static IEnumerable<string> Known => Meanings.Keys.Concat(Fields.Keys);

    /// <summary>The register refuses a call.</summary>
    public static LedgerException OfRegister(ExecutionRevertedException fault) =>
        OfRegister(RegisterReasons.Decode(fault.RevertData));

    /// <summary>The register refuses a call for a reason of its own.</summary>
    public static LedgerException OfRegister(ContractReason reason)
    {
        if (Fields.TryGetValue(reason.Name, out var violation)) return LedgerExceptions.OfField(violation);
        var (known, text) = Meanings.GetValueOrDefault(
            reason.Name, (ErrorReason.LedgerReasonUnknown, "The register gave a reason that is not known here."));
        return LedgerExceptions.Of(
            known,
            reason.Arguments.Aggregate(text, static (all, one) => all.Replace($"{{{one.Key}}}", one.Value)),
            reason.Arguments);
    }

    /// <summary>The node does not take the transaction.</summary>
    public static LedgerException OfNode(Address account, TransactionRejectedException fault) => LedgerExceptions.Of(
        ErrorReason.TransactionRefused,
        $"The node refused the transaction of {account}: {fault.Error.Message}.",
        new Dictionary<string, string> { ["account"] = $"{account}", ["rejection"] = $"{fault.Rejection}" });

    public static LedgerException OtherChain(Uri node, ulong found, ulong expected) => LedgerExceptions.Of(
        ErrorReason.NodeMismatch,
        $"The node at {node.GetLeftPart(UriPartial.Authority)} serves chain {found}; the ledger is on {expected}.",
        new Dictionary<string, string> { ["found"] = $"{found}", ["expected"] = $"{expected}" });

    public static LedgerException NoLedger(Uri node, Address ledger) => LedgerExceptions.Of(
        ErrorReason.NodeMismatch,
        $"The node at {node.GetLeftPart(UriPartial.Authority)} has no ledger at {ledger}.",
        new Dictionary<string, string> { ["ledger"] = $"{ledger}" });

    public static LedgerException NoParticipant(string handle) => LedgerExceptions.Of(
        ErrorReason.ParticipantNotFound,
        $"The register has no participant {handle}.",
        new Dictionary<string, string> { ["participant"] = handle });

    public static LedgerException Pending(Hash32 transaction) => LedgerExceptions.Of(
        ErrorReason.TransactionPending,
        $"No block has taken the transaction {transaction} in time; one may still do so.",
        new Dictionary<string, string> { ["transaction"] = $"{transaction}" });

    public static LedgerException Unexplained() => LedgerExceptions.Of(
        ErrorReason.LedgerReasonUnknown,
        "The transaction failed, although the register takes the same call now.",
        new Dictionary<string, string>());
}
