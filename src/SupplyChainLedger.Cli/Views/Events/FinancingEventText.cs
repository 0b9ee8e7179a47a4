using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What happened on the way to financing.</summary>
internal static class FinancingEventText
{
    public static string? Of(Event happened, EventAmount amount) => happened.KindCase switch
    {
        Event.KindOneofCase.FinancingRequested => Of(happened.FinancingRequested, amount),
        Event.KindOneofCase.OfferPlaced => Of(happened.OfferPlaced, amount),
        Event.KindOneofCase.OfferWithdrawn =>
            $"taken back  {happened.OfferWithdrawn.Offer} by {Show.Party(happened.OfferWithdrawn.Financier)}",
        Event.KindOneofCase.OfferAccepted =>
            $"accepted    {happened.OfferAccepted.Offer} for {happened.OfferAccepted.Holding}",
        Event.KindOneofCase.DisbursementDeclared =>
            $"disbursed   {amount.PendingOf(happened.DisbursementDeclared.Record)} for "
            + $"{happened.DisbursementDeclared.Holding} by {Show.Party(happened.DisbursementDeclared.Financier)}, "
            + happened.DisbursementDeclared.BankReference,
        Event.KindOneofCase.DisbursementAnswered => Of(happened.DisbursementAnswered),
        Event.KindOneofCase.ExposureLimitSet =>
            $"limit set   {Show.Amount(happened.ExposureLimitSet.Limit)} of "
            + $"{Show.Party(happened.ExposureLimitSet.Obligor)} by {Show.Party(happened.ExposureLimitSet.Financier)}",
        _ => null,
    };

    private static string Of(FinancingRequested asked, EventAmount amount) =>
        $"requested   {asked.Holding}, {amount.Of(asked.Record)} of {Show.Party(asked.Holder)}, at least "
        + $"{amount.PendingOf(asked.Record)}, {(asked.OfferKey.Length == 0 ? "open" : "sealed")} offers";

    private static string Of(OfferPlaced offer, EventAmount amount)
    {
        var terms = offer.SealedTerms.Length > 0
            ? "sealed"
            : $"{amount.Of(offer.AdvanceMinorUnits)} at {Show.Discount(offer.DiscountMillionths)}";
        return $"offered     {offer.Offer} for {offer.Holding} by {Show.Party(offer.Financier)}, {terms}";
    }

    private static string Of(DisbursementAnswered answered) => answered.Received
        ? $"financed    {answered.Holding}, now of {Show.Party(answered.Record.Holder)}"
        : $"contested   disbursement for {answered.Holding} by {Show.Party(answered.Holder)}: {answered.Reason}";
}
