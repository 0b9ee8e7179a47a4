using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed actions on credit notes, disputes and cancellations as the API takes them.</summary>
internal static class CorrectionMessages
{
    public static V1.IssueCreditNote ToApi(this Intents.IssueCreditNote intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Number = intent.Number,
        MinorUnits = intent.Amount.ToApi(),
        DocumentHash = intent.DocumentHash.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerCreditNote ToApi(this Intents.AnswerCreditNote intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        Accepted = intent.Accepted,
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.OpenDispute ToApi(this Intents.OpenDispute intent) => new()
    {
        Buyer = intent.Buyer.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        Reason = intent.Reason,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerDispute ToApi(this Intents.AnswerDispute intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        CreditedMinorUnits = intent.Credited.ToApi(),
        Reason = intent.Reason,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.RequestCancellation ToApi(this Intents.RequestCancellation intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Invoice = intent.Invoice.ToString(),
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerCancellation ToApi(this Intents.AnswerCancellation intent) => new()
    {
        Buyer = intent.Buyer.Value,
        Invoice = intent.Invoice.ToString(),
        Accepted = intent.Accepted,
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
