using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Service.Faults;
using ConfirmInvoice = SupplyChainLedger.Contracts.Intents.ConfirmInvoice;
using RejectInvoice = SupplyChainLedger.Contracts.Intents.RejectInvoice;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;
using WithdrawInvoice = SupplyChainLedger.Contracts.Intents.WithdrawInvoice;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Reads what was signed from a request, naming every field that cannot be.</summary>
internal static class ActionReader
{
    private const string Root = "action";
    private const int MaxReasonBytes = 200;

    // UNTDID 1001: credit note, and credit note of a factored invoice.
    private static readonly uint[] CreditNotes = [381, 396];

    public static LedgerIntent Read(V1.Action? action)
    {
        var fields = new RequestFields();
        return fields.Message(Root, action).KindCase switch
        {
            V1.Action.KindOneofCase.SubmitInvoice => Read(action!.SubmitInvoice, $"{Root}.submit_invoice"),
            V1.Action.KindOneofCase.ConfirmInvoice => Read(action!.ConfirmInvoice, $"{Root}.confirm_invoice"),
            V1.Action.KindOneofCase.RejectInvoice => Read(action!.RejectInvoice, $"{Root}.reject_invoice"),
            V1.Action.KindOneofCase.WithdrawInvoice => Read(action!.WithdrawInvoice, $"{Root}.withdraw_invoice"),
            _ => throw LedgerFaults.InvalidField($"{Root}.kind", "exactly one kind of action is required"),
        };
    }

    public static SubmitInvoice Read(V1.SubmitInvoice? action, string at = Root)
    {
        var fields = new RequestFields();
        var from = fields.Message(at, action);
        var amount = fields.Message($"{at}.amount", from.Amount);
        var submission = new SubmitInvoice(
            fields.Participant($"{at}.supplier", from.Supplier),
            fields.Participant($"{at}.buyer", from.Buyer),
            Number(fields, $"{at}.number", from.Number),
            TypeCode(fields, $"{at}.type_code", from.TypeCode),
            IssueDate(fields, $"{at}.issue_date", from.IssueDate),
            fields.Day($"{at}.due_date", from.DueDate),
            CurrencyCode(fields, $"{at}.amount.currency_code", amount.CurrencyCode),
            MinorUnits(fields, $"{at}.amount.minor_units", amount.MinorUnits),
            fields.Hash($"{at}.document_hash", from.DocumentHash),
            fields.Nonce($"{at}.nonce", from.Nonce),
            fields.Deadline($"{at}.deadline", from.Deadline));
        if (from.Supplier != 0 && from.Supplier == from.Buyer)
            fields.Refuse($"{at}.buyer", "supplier and buyer must be two participants");
        if (!fields.IsRefused($"{at}.due_date") && submission.DueDate.Value < submission.IssueDate.Value)
            fields.Refuse($"{at}.due_date", $"{submission.DueDate} lies before the date of issue {submission.IssueDate}");
        fields.ThrowIfAnyIsRefused();
        return submission;
    }

    public static ConfirmInvoice Read(V1.ConfirmInvoice? action, string at = Root)
    {
        var fields = new RequestFields();
        var from = fields.Message(at, action);
        var confirmation = new ConfirmInvoice(
            fields.Participant($"{at}.buyer", from.Buyer),
            fields.Invoice($"{at}.invoice", from.Invoice),
            MinorUnits(fields, $"{at}.minor_units", from.MinorUnits),
            from.Irrevocable,
            from.DefencesWaived,
            fields.Nonce($"{at}.nonce", from.Nonce),
            fields.Deadline($"{at}.deadline", from.Deadline));
        fields.ThrowIfAnyIsRefused();
        return confirmation;
    }

    public static RejectInvoice Read(V1.RejectInvoice? action, string at = Root)
    {
        var fields = new RequestFields();
        var from = fields.Message(at, action);
        var rejection = new RejectInvoice(
            fields.Participant($"{at}.buyer", from.Buyer),
            fields.Invoice($"{at}.invoice", from.Invoice),
            fields.Text($"{at}.reason", from.Reason, MaxReasonBytes),
            fields.Nonce($"{at}.nonce", from.Nonce),
            fields.Deadline($"{at}.deadline", from.Deadline));
        fields.ThrowIfAnyIsRefused();
        return rejection;
    }

    public static WithdrawInvoice Read(V1.WithdrawInvoice? action, string at = Root)
    {
        var fields = new RequestFields();
        var from = fields.Message(at, action);
        var withdrawal = new WithdrawInvoice(
            fields.Participant($"{at}.supplier", from.Supplier),
            fields.Invoice($"{at}.invoice", from.Invoice),
            fields.Nonce($"{at}.nonce", from.Nonce),
            fields.Deadline($"{at}.deadline", from.Deadline));
        fields.ThrowIfAnyIsRefused();
        return withdrawal;
    }

    private static string Number(RequestFields fields, string field, string value)
    {
        // What is signed must be the one form already: changing it here would break the signature.
        if (!InvoiceNumber.TryNormalize(value, out var number, out var problem))
            fields.Refuse(field, $"cannot be an invoice's number: {problem}");
        else if (number != value)
            fields.Refuse(field, $"must be written with single spaces and none at its ends: '{number}'");
        return value;
    }

    private static ushort TypeCode(RequestFields fields, string field, uint value)
    {
        if (CreditNotes.Contains(value))
            fields.Refuse(field, $"{value} is a credit note, which claims nothing; send the invoice itself");
        else if (value is 0 or > ushort.MaxValue)
            fields.Refuse(field, $"a code of UNTDID 1001 such as 380 is required, found {value}");
        return (ushort)value;
    }

    private static EpochDay IssueDate(RequestFields fields, string field, Google.Type.Date? value)
    {
        var day = fields.Day(field, value);
        if (day == default && !fields.IsRefused(field)) fields.Refuse(field, "must be later than 1970-01-01");
        return day;
    }

    private static string CurrencyCode(RequestFields fields, string field, string value)
    {
        if (Currency.Find(value) is null)
            fields.Refuse(field, "an ISO 4217 code in capital letters, such as EUR, is required");
        return value;
    }

    private static ulong MinorUnits(RequestFields fields, string field, long value)
    {
        if (value > 0) return (ulong)value;
        fields.Refuse(field, $"at least 1 minor unit is required, found {value}; a credit note is a different thing");
        return 0;
    }
}
