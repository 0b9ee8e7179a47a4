using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about credit notes, disputes and cancellation.</summary>
internal static class CorrectionActions
{
    public static IssueCreditNote Read(ActionFields f, V1.IssueCreditNote from) => new(
        f.Participant("supplier", from.Supplier),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Reference("number", from.Number),
        f.Amount("minor_units", from.MinorUnits),
        f.Hash("document_hash", from.DocumentHash),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.IssueCreditNote Write(IssueCreditNote i) => new()
    {
        Supplier = i.Supplier.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Number = i.Number,
        MinorUnits = checked((long)i.Amount),
        DocumentHash = i.DocumentHash.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerCreditNote Read(ActionFields f, V1.AnswerCreditNote from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        from.Accepted,
        f.ReasonUnless(from.Accepted, from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerCreditNote Write(AnswerCreditNote i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        Accepted = i.Accepted,
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static OpenDispute Read(ActionFields f, V1.OpenDispute from) => new(
        f.Participant("buyer", from.Buyer),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        f.Reason(from.Reason),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.OpenDispute Write(OpenDispute i) => new()
    {
        Buyer = i.Buyer.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        Reason = i.Reason,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerDispute Read(ActionFields f, V1.AnswerDispute from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.AmountOrNone("credited_minor_units", from.CreditedMinorUnits),
        f.Reason(from.Reason),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerDispute Write(AnswerDispute i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        CreditedMinorUnits = checked((long)i.Credited),
        Reason = i.Reason,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static RequestCancellation Read(ActionFields f, V1.RequestCancellation from) => new(
        f.Participant("supplier", from.Supplier),
        f.Invoice("invoice", from.Invoice),
        f.Reason(from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.RequestCancellation Write(RequestCancellation i) => new()
    {
        Supplier = i.Supplier.Value,
        Invoice = i.Invoice.ToString(),
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerCancellation Read(ActionFields f, V1.AnswerCancellation from) => new(
        f.Participant("buyer", from.Buyer),
        f.Invoice("invoice", from.Invoice),
        from.Accepted,
        f.ReasonUnless(from.Accepted, from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerCancellation Write(AnswerCancellation i) => new()
    {
        Buyer = i.Buyer.Value,
        Invoice = i.Invoice.ToString(),
        Accepted = i.Accepted,
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };
}
