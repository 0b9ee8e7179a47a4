using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>Says of a refusal by the service or the ledger which field of the document it is about.</summary>
internal static class DocumentRefusal
{
    // Fields of the signed action that come from the document.
    private static readonly Dictionary<string, UblField> FieldsOfAction = new()
    {
        ["action.number"] = UblFields.Number,
        ["action.type_code"] = UblFields.TypeCode,
        ["action.issue_date"] = UblFields.IssueDate,
        ["action.due_date"] = UblFields.DueDate,
        ["action.amount.currency_code"] = UblFields.Currency,
        ["action.amount.minor_units"] = UblFields.AmountDue,
    };

    /// <summary>The refusal as errors of the document; empty when it is about none of its fields.</summary>
    public static async Task<IReadOnlyList<UblError>> ExplainAsync(
        LedgerException refusal, Claim claim, LedgerClient client, CancellationToken cancellation)
    {
        switch (refusal.Reason)
        {
            case ErrorReason.InvoiceAlreadyExists:
                var record = await DescribeRecordAsync(claim, client, cancellation);
                return [Error(
                    refusal,
                    UblFields.Number,
                    claim,
                    $"an invoice of this supplier with this number, issue date and type is recorded: {record}")];
            case ErrorReason.AmountOutOfRange:
                return [Error(refusal, UblFields.AmountDue, claim, refusal.Message)];
            case ErrorReason.DueBeforeIssue:
                return [Error(refusal, UblFields.DueDate, claim, refusal.Message)];
            case ErrorReason.TypeNotAClaim:
                return [Error(refusal, UblFields.TypeCode, claim, refusal.Message)];
            default:
                return
                [
                    .. refusal.Violations.Where(violation => FieldsOfAction.ContainsKey(violation.Field)).Select(
                        violation => Error(refusal, FieldsOfAction[violation.Field], claim, violation.Description)),
                ];
        }
    }

    private static UblError Error(LedgerException refusal, UblField field, Claim claim, string problem) => new()
    {
        Reason = refusal.ReasonName,
        Field = field,
        XPath = field.XPath,
        Problem = problem,
        Found = $"'{Found(field, claim.Invoice)}'",
        Remedy = refusal.Reason == ErrorReason.Unspecified
            ? "Correct the field and submit again."
            : ErrorReasons.RemedyOf(refusal.Reason),
    };

    private static string Found(UblField field, UblInvoice invoice) => field.Term switch
    {
        "BT-1" => invoice.Number,
        "BT-2" => Show.Day(invoice.IssueDate),
        "BT-3" => $"{invoice.TypeCode}",
        "BT-9" => $"{Show.Day(invoice.DueDate)}, issued {Show.Day(invoice.IssueDate)}",
        _ => $"{invoice.AmountDue}",
    };

    // The record makes the refusal easier to understand; without it the refusal stands all the same.
    private static async Task<string> DescribeRecordAsync(
        Claim claim, LedgerClient client, CancellationToken cancellation)
    {
        var id = claim.Signed.Intent.Invoice;
        try
        {
            var invoice = (await client.Invoices.GetAsync(id, cancellation: cancellation)).Invoice;
            return $"{invoice.Name}, {Show.Amount(invoice.Amount)} to {Show.Party(invoice.Buyer)}, recorded "
                + $"{Show.Time(invoice.Submission?.BlockTime)} and now {Show.Word(invoice.State)}";
        }
        catch (Exception fault) when (fault is LedgerException or ServiceOutOfReachException)
        {
            return ResourceNames.Of(id);
        }
    }
}
