using SupplyChainLedger.Contracts.Dates;
using Date = Google.Type.Date;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing;

/// <summary>What was signed, as the API takes it.</summary>
internal static class ActionMessages
{
    public static V1.SubmitInvoice ToApi(this Intents.SubmitInvoice intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Buyer = intent.Buyer.Value,
        Number = intent.Number,
        TypeCode = intent.TypeCode,
        IssueDate = intent.IssueDate.ToApi(),
        DueDate = intent.DueDate.ToApi(),
        Amount = new V1.Money { CurrencyCode = intent.Currency, MinorUnits = checked((long)intent.Amount) },
        DocumentHash = intent.DocumentHash.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.ConfirmInvoice ToApi(this Intents.ConfirmInvoice intent) => new()
    {
        Buyer = intent.Buyer.Value,
        Invoice = intent.Invoice.ToString(),
        MinorUnits = checked((long)intent.Amount),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.RejectInvoice ToApi(this Intents.RejectInvoice intent) => new()
    {
        Buyer = intent.Buyer.Value,
        Invoice = intent.Invoice.ToString(),
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.WithdrawInvoice ToApi(this Intents.WithdrawInvoice intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Invoice = intent.Invoice.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static Date ToApi(this EpochDay day) => day.ToDate().ToApi();

    public static Date ToApi(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };
}
