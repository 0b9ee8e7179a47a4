using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows what was signed as the API has it.</summary>
internal static class ActionWriter
{
    public static V1.Action Write(LedgerIntent intent) => intent switch
    {
        Contracts.Intents.SubmitInvoice i => new V1.Action { SubmitInvoice = Write(i) },
        Contracts.Intents.ConfirmInvoice i => new V1.Action
        {
            ConfirmInvoice = new V1.ConfirmInvoice
            {
                Buyer = i.Buyer.Value,
                Invoice = i.Invoice.ToString(),
                MinorUnits = checked((long)i.Amount),
                Nonce = i.Nonce.ToString(),
                Deadline = i.Deadline,
            },
        },
        Contracts.Intents.RejectInvoice i => new V1.Action
        {
            RejectInvoice = new V1.RejectInvoice
            {
                Buyer = i.Buyer.Value,
                Invoice = i.Invoice.ToString(),
                Reason = i.Reason,
                Nonce = i.Nonce.ToString(),
                Deadline = i.Deadline,
            },
        },
        Contracts.Intents.WithdrawInvoice i => new V1.Action
        {
            WithdrawInvoice = new V1.WithdrawInvoice
            {
                Supplier = i.Supplier.Value,
                Invoice = i.Invoice.ToString(),
                Nonce = i.Nonce.ToString(),
                Deadline = i.Deadline,
            },
        },
        _ => throw new ArgumentException($"{intent.Kind} has no form in the API.", nameof(intent)),
    };

    private static V1.SubmitInvoice Write(Contracts.Intents.SubmitInvoice i) => new()
    {
        Supplier = i.Supplier.Value,
        Buyer = i.Buyer.Value,
        Number = i.Number,
        TypeCode = i.TypeCode,
        IssueDate = i.IssueDate.ToApi(),
        DueDate = i.DueDate.ToApi(),
        Amount = new Money { CurrencyCode = i.Currency, MinorUnits = checked((long)i.Amount) },
        DocumentHash = i.DocumentHash.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };
}
