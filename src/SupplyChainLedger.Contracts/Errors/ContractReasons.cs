using System.Text;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using static SupplyChainLedger.Contracts.Errors.ReasonTable;

namespace SupplyChainLedger.Contracts.Errors;

/// <summary>Reads the custom errors of the contract <c>Ledger</c>.</summary>
public static class ContractReasons
{
    private static readonly ReasonTable Table = new(
    [
        Of("IntentExpired", In("deadline", AbiTypes.UInt64), In("blockTime", AbiTypes.UInt64)),
        Of("DeadlineTooFar", In("deadline", AbiTypes.UInt64), In("latest", AbiTypes.UInt64)),
        Of("NonceAlreadyUsed", In("participant", LedgerTypes.Participant), In("nonce", LedgerTypes.Nonce)),
        Of("InvalidSignature"),
        Of("SignerNotRegistered", In("signer", AbiTypes.Address), In("participant", LedgerTypes.Participant)),
        Of("PermissionMissing", In("signer", AbiTypes.Address), In("permission", LedgerTypes.Permissions)),
        Of("SignersNotDistinct", In("signer", AbiTypes.Address)),
        Of("NotAnAction", In("selector", Selector)),
        Of("MalformedIntent"),
        Of("IntentTooLong", In("length", AbiTypes.UInt256), In("limit", AbiTypes.UInt256)),
        Of("ParticipantNotFound", In("participant", LedgerTypes.Participant)),
        Of("ParticipantNotActive", In("participant", LedgerTypes.Participant)),
        Of("RoleMissing", In("participant", LedgerTypes.Participant), In("role", LedgerTypes.Roles)),
        Of("InsufficientGas", In("position", AbiTypes.UInt256)),
        Of("InvoiceAlreadyExists", In("invoice", LedgerTypes.Invoice)),
        Of("InvoiceNotFound", In("invoice", LedgerTypes.Invoice)),
        Of("InvoiceNotOpen", In("invoice", LedgerTypes.Invoice), In("state", AbiTypes.UInt8)),
        Of("NotTheBuyer", In("invoice", LedgerTypes.Invoice), In("participant", LedgerTypes.Participant)),
        Of("NotTheSupplier", In("invoice", LedgerTypes.Invoice), In("participant", LedgerTypes.Participant)),
        Of("BuyerIsSupplier", In("participant", LedgerTypes.Participant)),
        Of("AmountOutOfRange", In("amount", AbiTypes.UInt64), In("max", AbiTypes.UInt64)),
        Of("MalformedNumber"),
        Of("MalformedCurrency"),
        Of("NotAnInvoiceType", In("typeCode", AbiTypes.UInt16)),
        Of("DatesOutOfOrder", In("issueDate", AbiTypes.UInt32), In("dueDate", AbiTypes.UInt32)),
        Of("ReasonLengthOutOfRange", In("length", AbiTypes.UInt256), In("max", AbiTypes.UInt256)),
        Of("HoldingNotFound", In("holding", LedgerTypes.Holding)),
        Of("NotTheHolder", In("holding", LedgerTypes.Holding), In("participant", LedgerTypes.Participant)),
        Of("PhaseMismatch", In("holding", LedgerTypes.Holding), In("phase", LedgerTypes.Phase)),
        Of("StepMismatch", In("holding", LedgerTypes.Holding), In("step", LedgerTypes.Step)),
        Of("NotTheCounterparty", In("holding", LedgerTypes.Holding), In("participant", LedgerTypes.Participant)),
        Of("StepEnded", In("holding", LedgerTypes.Holding), In("deadline", AbiTypes.UInt32)),
        Of("NothingDue", In("holding", LedgerTypes.Holding), In("deadline", AbiTypes.UInt64)),
        Of("PartTooSmall", In("amount", AbiTypes.UInt64), In("smallest", AbiTypes.UInt64)),
        Of("TooManyHands", In("holding", LedgerTypes.Holding), In("max", AbiTypes.UInt8)),
        Of("TradeDocumentRequired", In("ruleVersion", AbiTypes.UInt16)),
        Of("RecipientIsHolder", In("participant", LedgerTypes.Participant)),
        Of("RecipientIsObligor", In("participant", LedgerTypes.Participant)),
        Of("HeldWithRecourse", In("holding", LedgerTypes.Holding)),
        Of("DueDateReached", In("receivable", LedgerTypes.Invoice), In("dueDate", AbiTypes.UInt32)),
        Of("OfferNotFound", In("offer", LedgerTypes.Offer)),
        Of("NotTheFinancier", In("offer", LedgerTypes.Offer), In("participant", LedgerTypes.Participant)),
        Of("OfferExpired", In("offer", LedgerTypes.Offer), In("expiry", AbiTypes.UInt64)),
        Of(
            "AdvanceOutOfRange",
            In("advance", AbiTypes.UInt64),
            In("lowest", AbiTypes.UInt64),
            In("highest", AbiTypes.UInt64)),
        Of("OfferFormMismatch", In("holding", LedgerTypes.Holding), In("sealedWanted", AbiTypes.Bool)),
        Of("RecourseNotWanted", In("holding", LedgerTypes.Holding)),
        Of("TimeOutOfRange", In("time", AbiTypes.UInt64), In("latest", AbiTypes.UInt64)),
        Of(
            "ExposureLimitExceeded",
            In("financier", LedgerTypes.Participant),
            In("obligor", LedgerTypes.Participant),
            In("wanted", AbiTypes.UInt64),
            In("free", AbiTypes.UInt64)),
        Of("FinancierIsHolder", In("participant", LedgerTypes.Participant)),
        Of("SealedLengthOutOfRange", In("length", AbiTypes.UInt256), In("max", AbiTypes.UInt256)),
        Of("ReferenceLengthOutOfRange", In("length", AbiTypes.UInt256), In("max", AbiTypes.UInt256)),
        Of("RegistryReferenceRequired", In("ruleVersion", AbiTypes.UInt16)),
        Of("JustificationRequired", In("tenorDays", AbiTypes.UInt32), In("standardDays", AbiTypes.UInt32)),
        Of("AmountMismatch", In("holding", LedgerTypes.Holding), In("declared", AbiTypes.UInt64)),
        Of("NotThePayer", In("holding", LedgerTypes.Holding), In("participant", LedgerTypes.Participant)),
        Of("NoRecourse", In("holding", LedgerTypes.Holding)),
        Of("ObligorIsStopped", In("obligor", LedgerTypes.Participant)),
        Of("NotStopped", In("obligor", LedgerTypes.Participant)),
        Of("DisputeNotAllowed", In("holding", LedgerTypes.Holding), In("waived", AbiTypes.Bool)),
        Of("NotWhole", In("receivable", LedgerTypes.Invoice)),
        Of("RuleOutOfRange", In("field", AbiTypes.UInt8)),
        Of("RuleChangePending", In("version", AbiTypes.UInt16), In("effectiveFrom", AbiTypes.UInt64)),
        Of("RuleBookFull", In("version", AbiTypes.UInt16)),
        Of("RuleChangeTooSoon", In("effectiveFrom", AbiTypes.UInt64), In("earliest", AbiTypes.UInt64)),
        Of("CurrencyNotAllowed", In("currency", CurrencyCode), In("ruleVersion", AbiTypes.UInt16)),
        Of("TenorTooLong", In("dueDate", AbiTypes.UInt32), In("latest", AbiTypes.UInt32)),
        Of("SecondSignatureRequired", In("participant", LedgerTypes.Participant), In("threshold", AbiTypes.UInt64)),
    ]);

    private static readonly AbiError<(ParticipantId, Nonce)> NonceSpent =
        new("NonceAlreadyUsed", AbiTypes.Tuple(LedgerTypes.Participant, LedgerTypes.Nonce));

    private static AbiType<string> Selector => OnlyRead(AbiTypes.FixedBytes(4), static bytes => Hex.Encode(bytes));

    private static AbiType<string> CurrencyCode =>
        OnlyRead(AbiTypes.FixedBytes(3), static bytes => Encoding.ASCII.GetString(bytes));

    /// <summary>Signatures of all errors that are understood, such as <c>InvoiceNotFound(bytes32)</c>.</summary>
    public static IEnumerable<string> Signatures => Table.Signatures;

    /// <summary>What the ledger says to every intent whose nonce is spent.</summary>
    public static byte[] NonceAlreadyUsed(ParticipantId participant, Nonce nonce) =>
        NonceSpent.Encode((participant, nonce));

    /// <summary>Decodes what the ledger gave as its reason.</summary>
    /// <param name="data">The revert data: a selector and its arguments; may be empty or cut short.</param>
    public static ContractReason Decode(ReadOnlySpan<byte> data) => Table.Decode(data);
}
