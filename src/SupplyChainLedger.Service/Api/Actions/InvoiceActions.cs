using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about invoices.</summary>
internal static class InvoiceActions
{
    // UNTDID 1001: credit note, and credit note of a factored invoice.
    private static readonly uint[] CreditNotes = [381, 396];

    public static SubmitInvoice Read(ActionFields f, V1.SubmitInvoice from)
    {
        var amount = f.Message("amount", from.Amount);
        var submission = new SubmitInvoice(
            f.Participant("supplier", from.Supplier),
            f.Participant("buyer", from.Buyer),
            Number(f, from.Number),
            TypeCode(f, from.TypeCode),
            IssueDate(f, from.IssueDate),
            f.Day("due_date", from.DueDate),
            f.Currency("amount.currency_code", amount.CurrencyCode),
            f.Amount("amount.minor_units", amount.MinorUnits),
            f.Hash("document_hash", from.DocumentHash),
            f.Nonce(from.Nonce),
            f.Deadline(from.Deadline));
        if (from.Supplier != 0 && from.Supplier == from.Buyer)
            f.Refuse("buyer", "supplier and buyer must be two participants");
        if (!f.IsRefused("due_date") && submission.DueDate.Value < submission.IssueDate.Value)
            f.Refuse("due_date", $"{submission.DueDate} lies before the date of issue {submission.IssueDate}");
        return submission;
    }

    public static V1.SubmitInvoice Write(SubmitInvoice i) => new()
    {
        Supplier = i.Supplier.Value,
        Buyer = i.Buyer.Value,
        Number = i.Number,
        TypeCode = i.TypeCode,
        IssueDate = i.IssueDate.ToApi(),
        DueDate = i.DueDate.ToApi(),
        Amount = MoneyWriter.Write(i.Currency, i.Amount),
        DocumentHash = i.DocumentHash.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static ConfirmInvoice Read(ActionFields f, V1.ConfirmInvoice from) => new(
        f.Participant("buyer", from.Buyer),
        f.Invoice("invoice", from.Invoice),
        f.Amount("minor_units", from.MinorUnits),
        from.Irrevocable,
        from.DefencesWaived,
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.ConfirmInvoice Write(ConfirmInvoice i) => new()
    {
        Buyer = i.Buyer.Value,
        Invoice = i.Invoice.ToString(),
        MinorUnits = checked((long)i.Amount),
        Irrevocable = i.Irrevocable,
        DefencesWaived = i.DefencesWaived,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static RejectInvoice Read(ActionFields f, V1.RejectInvoice from) => new(
        f.Participant("buyer", from.Buyer),
        f.Invoice("invoice", from.Invoice),
        f.Reason(from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.RejectInvoice Write(RejectInvoice i) => new()
    {
        Buyer = i.Buyer.Value,
        Invoice = i.Invoice.ToString(),
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static WithdrawInvoice Read(ActionFields f, V1.WithdrawInvoice from) => new(
        f.Participant("supplier", from.Supplier),
        f.Invoice("invoice", from.Invoice),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.WithdrawInvoice Write(WithdrawInvoice i) => new()
    {
        Supplier = i.Supplier.Value,
        Invoice = i.Invoice.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    private static string Number(ActionFields f, string value)
    {
        // What is signed must be the one form already: changing it here would break the signature.
        if (!InvoiceNumber.TryNormalize(value, out var number, out var problem))
            f.Refuse("number", $"cannot be an invoice's number: {problem}");
        else if (number != value)
            f.Refuse("number", $"must be written with single spaces and none at its ends: '{number}'");
        return value;
    }

    private static ushort TypeCode(ActionFields f, uint value)
    {
        if (CreditNotes.Contains(value))
            f.Refuse("type_code", $"{value} is a credit note, which claims nothing; send the invoice itself");
        else if (value is 0 or > ushort.MaxValue)
            f.Refuse("type_code", $"a code of UNTDID 1001 such as 380 is required, found {value}");
        return (ushort)value;
    }

    private static EpochDay IssueDate(ActionFields f, Google.Type.Date? value)
    {
        var day = f.Day("issue_date", value);
        if (day == default && !f.IsRefused("issue_date")) f.Refuse("issue_date", "must be later than 1970-01-01");
        return day;
    }
}
