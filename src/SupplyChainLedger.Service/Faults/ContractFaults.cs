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
        ["ReasonLengthOutOfRange"] =
            (ErrorReason.InvalidField, "The reason has {length} bytes; 1 to {max} are allowed."),
        ["PermissionMissing"] = (
            ErrorReason.PermissionMissing,
            "The key {signer} may not sign this; it lacks the permission {permission}."),
        ["SignersNotDistinct"] = (ErrorReason.SignersNotDistinct, "Both signatures are of the key {signer}."),
        ["SecondSignatureRequired"] = (
            ErrorReason.SecondSignatureRequired,
            "Participant {participant} lets two keys sign above {threshold} minor units, and only one has signed."),
        ["CurrencyNotAllowed"] = (
            ErrorReason.CurrencyNotAllowed,
            "Version {ruleVersion} of the rules does not allow the currency {currency}."),
        ["TenorTooLong"] =
            (ErrorReason.TenorTooLong, "The due date (day {dueDate}) is later than the rules allow (day {latest})."),
        ["ObligorIsStopped"] =
            (ErrorReason.ObligorStopped, "Participant {obligor} has missed a maturity and is stopped."),
        ["HoldingNotFound"] = (ErrorReason.HoldingNotFound, "The receivable has no holding {holding}."),
        ["NotTheHolder"] = (ErrorReason.NotTheHolder, "Participant {participant} does not hold {holding}."),
        ["PhaseMismatch"] = (
            ErrorReason.HoldingPhaseMismatch,
            "The holding {holding} is in the phase {phase}, in which this cannot be done."),
        ["StepMismatch"] = (
            ErrorReason.HoldingStepMismatch,
            "The holding {holding} is in the step {step}, in which this cannot be done."),
        ["NotTheCounterparty"] = (
            ErrorReason.NotTheCounterparty,
            "Participant {participant} is not the one whom the step of the holding {holding} concerns."),
        ["StepEnded"] = (ErrorReason.StepEnded, "The step of the holding {holding} ended at {deadline}."),
        ["NothingDue"] = (
            ErrorReason.NothingDue,
            "No deadline of the holding {holding} has passed; the next one is at {deadline}."),
        ["PartTooSmall"] = (
            ErrorReason.PartTooSmall,
            "A part of {amount} minor units is smaller than the rules allow, which is {smallest}."),
        ["TooManyHands"] = (
            ErrorReason.TooManyHands,
            "The holding {holding} has passed through {max} hands, as many as the rules allow."),
        ["TradeDocumentRequired"] =
            (ErrorReason.TradeDocumentRequired, "Version {ruleVersion} of the rules needs the trade's document."),
        ["RecipientIsHolder"] =
            (ErrorReason.RecipientIsHolder, "Participant {participant} is both holder and recipient."),
        ["RecipientIsObligor"] =
            (ErrorReason.RecipientIsObligor, "Participant {participant} owes it, and cannot be handed its own debt."),
        ["HeldWithRecourse"] = (
            ErrorReason.HeldWithRecourse,
            "The holding {holding} was bought with recourse and stays with its holder."),
        ["DueDateReached"] =
            (ErrorReason.DueDateReached, "The due date (day {dueDate}) of the receivable {receivable} has come."),
        ["OfferNotFound"] = (ErrorReason.OfferNotFound, "The holding has no open offer {offer}."),
        ["NotTheFinancier"] =
            (ErrorReason.NotTheFinancier, "Participant {participant} did not make the offer {offer}."),
        ["OfferExpired"] = (ErrorReason.OfferExpired, "The offer {offer} expired at {expiry}."),
        ["AdvanceOutOfRange"] =
            (ErrorReason.AdvanceOutOfRange, "The advance {advance} is not {lowest} to {highest} minor units."),
        ["OfferFormMismatch"] = (
            ErrorReason.OfferFormMismatch,
            "For the holding {holding} the answer to whether offers are sealed is {sealedWanted}."),
        ["RecourseNotWanted"] =
            (ErrorReason.RecourseNotWanted, "The holder of {holding} does not want offers with recourse."),
        ["TimeOutOfRange"] =
            (ErrorReason.TimeOutOfRange, "The time {time} is not in the future, or later than {latest}."),
        ["ExposureLimitExceeded"] = (
            ErrorReason.ExposureLimitExceeded,
            "Financier {financier} would take on {wanted} minor units of the obligor {obligor}, and has {free} free."),
        ["FinancierIsHolder"] = (ErrorReason.FinancierIsHolder, "Participant {participant} holds the part itself."),
        ["SealedLengthOutOfRange"] =
            (ErrorReason.InvalidField, "The key or the sealed terms have {length} bytes; at most {max} are allowed."),
        ["ReferenceLengthOutOfRange"] =
            (ErrorReason.InvalidField, "A reference has {length} bytes; at most {max} are allowed."),
        ["RegistryReferenceRequired"] = (
            ErrorReason.RegistryReferenceRequired,
            "Version {ruleVersion} of the rules needs the number of the registration."),
        ["JustificationRequired"] = (
            ErrorReason.JustificationRequired,
            "The tenor of {tenorDays} days is above the standard of {standardDays}."),
        ["AmountMismatch"] =
            (ErrorReason.AmountMismatch, "On the holding {holding} {declared} minor units were declared."),
        ["NotThePayer"] =
            (ErrorReason.NotThePayer, "Participant {participant} owes nothing on the holding {holding}."),
        ["NoRecourse"] = (ErrorReason.NoRecourse, "The holding {holding} has no recourse that can be called upon."),
        ["NotStopped"] = (ErrorReason.ObligorNotStopped, "Participant {obligor} is not stopped."),
        ["DisputeNotAllowed"] = (
            ErrorReason.DisputeNotAllowed,
            "The holding {holding} cannot be disputed; that the defences were waived is {waived}."),
        ["NotWhole"] = (
            ErrorReason.ReceivableNotWhole,
            "Something of the receivable {receivable} was passed on, paid or credited already."),
        ["RuleOutOfRange"] = (
            ErrorReason.RuleOutOfRange,
            "The rule with the number {field} (from 0, in the order of the action) is out of its range."),
        ["RuleChangePending"] =
            (ErrorReason.RuleChangePending, "Version {version} of the rules comes into force at {effectiveFrom}."),
        ["RuleChangeTooSoon"] = (
            ErrorReason.RuleChangeTooSoon,
            "The rules would come into force at {effectiveFrom}; the earliest time is {earliest}."),
        ["RuleBookFull"] =
            (ErrorReason.RuleBookFull, "Version {version} is the last that the rule book has room for."),
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
