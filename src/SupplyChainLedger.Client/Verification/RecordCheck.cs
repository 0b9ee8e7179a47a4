using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Verification;

/// <summary>Checks that the service shows what was signed. Its answers are not taken on trust.</summary>
internal static class RecordCheck
{
    /// <summary>The answer speaks of the intent that was sent, and the intent has not failed.</summary>
    /// <exception cref="LedgerException">The ledger rejected it, or it expired, or its nonce was spent.</exception>
    public static void Outcome(IntentHash sent, Intent answered)
    {
        Same("the intent", ResourceNames.Of(sent), answered.Name);
        switch (answered.State)
        {
            case IntentState.Rejected:
                throw LedgerExceptions.OfRejection(answered.Rejection ?? new Rejection());
            case IntentState.Expired:
                throw LedgerExceptions.OfIntent(
                    ErrorReason.IntentExpired, sent, "The intent's deadline passed before a block took it.");
            case IntentState.Cancelled:
                throw LedgerExceptions.OfIntent(
                    ErrorReason.NonceAlreadyUsed, sent, "Another intent has spent the nonce of this one.");
        }
    }

    /// <summary>The record has every field of the claim.</summary>
    public static void Submission(Intents.SubmitInvoice signed, Invoice record)
    {
        var claim = signed.ToApi();
        Same("the record's name", ResourceNames.Of(signed.Invoice), record.Name);
        Same("its number", claim.Number, record.Number);
        Same("its type code", claim.TypeCode, record.TypeCode);
        Same("its date of issue", claim.IssueDate, record.IssueDate);
        Same("its due date", claim.DueDate, record.DueDate);
        Same("its amount", claim.Amount, record.Amount);
        Same("its document hash", claim.DocumentHash, record.DocumentHash);
    }

    /// <summary>The record is confirmed with the signed amount.</summary>
    public static void Confirmation(Intents.ConfirmInvoice signed, Invoice record)
    {
        Change(signed.Invoice, InvoiceState.Confirmed, record);
        Same("its confirmed amount", checked((long)signed.Amount), record.ConfirmedAmount?.MinorUnits ?? 0);
    }

    /// <summary>The record is rejected with the signed reason.</summary>
    public static void Rejection(Intents.RejectInvoice signed, Invoice record)
    {
        Change(signed.Invoice, InvoiceState.Rejected, record);
        Same("its reason of rejection", signed.Reason, record.RejectionReason);
    }

    /// <summary>The record is withdrawn.</summary>
    public static void Withdrawal(Intents.WithdrawInvoice signed, Invoice record) =>
        Change(signed.Invoice, InvoiceState.Withdrawn, record);

    /// <summary>Refuses a value that is not the expected one.</summary>
    /// <exception cref="LedgerMismatchException">It is another.</exception>
    public static void Same<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            throw new LedgerMismatchException(what, $"{expected}", $"{found}");
    }

    private static void Change(InvoiceId invoice, InvoiceState state, Invoice record)
    {
        Same("the record's name", ResourceNames.Of(invoice), record.Name);
        Same("its state", state, record.State);
    }
}
