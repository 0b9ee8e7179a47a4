using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What happened to an invoice.</summary>
internal static class InvoiceEventText
{
    public static string? Of(Event happened, EventAmount amount) => happened.KindCase switch
    {
        Event.KindOneofCase.InvoiceSubmitted => Of(happened.InvoiceSubmitted),
        Event.KindOneofCase.InvoiceConfirmed =>
            $"confirmed   {happened.InvoiceConfirmed.Invoice} by {Show.Party(happened.InvoiceConfirmed.Buyer)}, "
            + amount.Of(happened.InvoiceConfirmed.Record)
            + (happened.InvoiceConfirmed.Irrevocable ? ", irrevocably" : ""),
        Event.KindOneofCase.InvoiceRejected =>
            $"rejected    {happened.InvoiceRejected.Invoice} by {Show.Party(happened.InvoiceRejected.Buyer)}: "
            + happened.InvoiceRejected.Reason,
        Event.KindOneofCase.InvoiceWithdrawn =>
            $"withdrawn   {happened.InvoiceWithdrawn.Invoice} by {Show.Party(happened.InvoiceWithdrawn.Supplier)}",
        _ => null,
    };

    private static string Of(InvoiceSubmitted claim) =>
        $"submitted   {claim.Invoice} {claim.Number}, {Show.Amount(claim.Amount)}, due {Show.Day(claim.DueDate)}, "
        + $"{Show.Party(claim.Supplier)} to {Show.Party(claim.Buyer)}";
}
