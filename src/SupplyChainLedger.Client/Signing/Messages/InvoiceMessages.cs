using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed actions on invoices as the API takes them.</summary>
internal static class InvoiceMessages
{
    public static V1.SubmitInvoice ToApi(this Intents.SubmitInvoice intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Buyer = intent.Buyer.Value,
        Number = intent.Number,
        TypeCode = intent.TypeCode,
        IssueDate = intent.IssueDate.ToApi(),
        DueDate = intent.DueDate.ToApi(),
        Amount = new V1.Money { CurrencyCode = intent.Currency, MinorUnits = intent.Amount.ToApi() },
        DocumentHash = intent.DocumentHash.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.ConfirmInvoice ToApi(this Intents.ConfirmInvoice intent) => new()
    {
        Buyer = intent.Buyer.Value,
        Invoice = intent.Invoice.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        Irrevocable = intent.Irrevocable,
        DefencesWaived = intent.DefencesWaived,
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
}
