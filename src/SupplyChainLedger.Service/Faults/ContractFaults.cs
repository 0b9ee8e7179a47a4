using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Faults;

/// <summary>What the contracts' custom errors mean to a caller of the API.</summary>
internal static class ContractFaults
{
    private static readonly Dictionary<string, (ErrorReason Reason, string Text)> Meanings = new()
    {
        ["IntentExpired"] = (ErrorReason.IntentExpired, "The intent's deadline {deadline} had passed at {blockTime}."),
        ["DeadlineTooFar"] = (ErrorReason.DeadlineTooFar, "The deadline {deadline} is later than {latest}."),
        ["NonceAlreadyUsed"] =
            (ErrorReason.NonceAlreadyUsed, "Participant {participant} has spent the nonce {nonce} before."),
        ["InvalidSignature"] = (ErrorReason.SignatureMalformed, "The signature recovers to nobody."),
        ["SignerNotRegistered"] =
            (ErrorReason.SignerNotRegistered, "The key {signer} does not sign for participant {participant}."),
        ["NotAnAction"] = (ErrorReason.LedgerExecutionFailed, "The item {selector} calls no action of the ledger."),
        ["MalformedIntent"] = (ErrorReason.LedgerExecutionFailed, "The ledger could not decode the intent."),
        ["IntentTooLong"] = (ErrorReason.InvalidField, "The intent has {length} bytes; {limit} are allowed."),
        ["ParticipantNotFound"] = (ErrorReason.ParticipantNotFound, "There is no participant {participant}."),
        ["ParticipantNotActive"] = (ErrorReason.ParticipantSuspended, "Participant {participant} is suspended."),
        ["RoleMissing"] = (ErrorReason.RoleMissing, "Participant {participant} does not have the role {role}."),
        ["InsufficientGas"] =
            (ErrorReason.LedgerExecutionFailed, "The transaction had too little gas left for its item {position}."),
        ["InvoiceAlreadyExists"] = (ErrorReason.InvoiceAlreadyExists, "The invoice {invoice} is recorded already."),
        ["InvoiceNotFound"] = (ErrorReason.InvoiceNotFound, "There is no invoice {invoice}."),
        ["InvoiceNotOpen"] = (ErrorReason.InvoiceNotOpen, "The invoice {invoice} is no longer open."),
        ["NotTheBuyer"] =
            (ErrorReason.NotTheBuyer, "Participant {participant} is not the buyer of the invoice {invoice}."),
        ["NotTheSupplier"] =
            (ErrorReason.NotTheSupplier, "Participant {participant} is not the supplier of the invoice {invoice}."),
        ["BuyerIsSupplier"] =
            (ErrorReason.PartiesNotDistinct, "Participant {participant} is both supplier and buyer."),
        ["AmountOutOfRange"] = (ErrorReason.AmountOutOfRange, "The amount {amount} is not 1 to {max} minor units."),
        ["MalformedNumber"] =
            (ErrorReason.InvalidField, "The number is not 1 to 64 bytes without outer spaces or control characters."),
        ["MalformedCurrency"] = (ErrorReason.InvalidField, "The currency is not three capital letters."),
        ["NotAnInvoiceType"] = (ErrorReason.TypeNotAClaim, "A document of type {typeCode} claims nothing."),
        ["DatesOutOfOrder"] =
            (ErrorReason.DueBeforeIssue, "The due date (day {dueDate}) is before the issue date (day {issueDate})."),
        ["ReasonLengthOutOfRange"] = (ErrorReason.InvalidField, "The reason has {length} bytes; 1 to {max} are allowed."),
        [ContractReason.None] =
            (ErrorReason.LedgerExecutionFailed, "The ledger broke off the intent without a reason."),
    };

    /// <summary>Names of the contract errors that have a meaning here.</summary>
    public static IEnumerable<string> Known => Meanings.Keys;

    public static ErrorReason ReasonOf(ContractReason reason) =>
        Meanings.TryGetValue(reason.Name, out var meaning) ? meaning.Reason : ErrorReason.LedgerReasonUnknown;

    public static string Explain(ContractReason reason)
    {
        var text = Meanings.TryGetValue(reason.Name, out var meaning)
            ? meaning.Text
            : "The ledger gave a reason that this service does not know.";
        return reason.Arguments.Aggregate(text, static (all, one) => all.Replace($"{{{one.Key}}}", one.Value));
    }
}
