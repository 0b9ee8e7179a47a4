using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Requests for financing and what comes of them, for people.</summary>
internal static class FinancingView
{
    public static IRenderable? Of(Financing? financing, ReadAt? readAt = null) => financing is null
        ? null
        : Fields.Of(
            ("Part", financing.Holding),
            ("Receivable", financing.Receivable),
            ("Holder", Show.Party(financing.Holder)),
            ("Obligor", Show.Party(financing.Obligor)),
            ("Amount", Show.Amount(financing.Amount)),
            ("Due", Show.Day(financing.DueDate)),
            ("Wants", $"{Show.Amount(financing.LowestAdvance)} at least, "
                + (financing.Recourse ? "with recourse too" : "without recourse")),
            ("Open until", Show.Time(financing.OpenUntil)),
            ("Offers", financing.OfferKey.Length == 0 ? "open" : "sealed"),
            ("State", Show.Word(financing.State)),
            ("Accepted", financing.AcceptedOffer),
            ("Paid out", Paid(financing.Disbursement)),
            ("Reference", financing.Disbursement?.BankReference),
            ("Registered", financing.Disbursement?.RegistryReference),
            ("Contested", financing.Disbursement?.ContestReason),
            ("Recorded", Show.Place(financing.Request)),
            ("Changed", Show.Place(financing.LastChange)),
            ("Read at", Show.ReadAt(readAt)));

    public static IRenderable Table(IEnumerable<Financing> financings)
    {
        var rows = new AlignedTable("HOLDER", "OBLIGOR", ">AMOUNT", ">WANTS AT LEAST", "DUE", "OFFERS", "STATE");
        foreach (var financing in financings)
        {
            rows.AddWith(
                financing.Holding,
                Show.Party(financing.Holder),
                Show.Party(financing.Obligor),
                Show.Amount(financing.Amount),
                Show.Amount(financing.LowestAdvance),
                Show.Day(financing.DueDate),
                financing.OfferKey.Length == 0 ? "open" : "sealed",
                Show.Word(financing.State));
        }

        return rows.Content;
    }

    public static IRenderable? Of(Exposure? exposure) => exposure is null
        ? null
        : Fields.Of(
            ("Financier", Show.Party(exposure.Financier)),
            ("Obligor", Show.Party(exposure.Obligor)),
            ("Limit", Show.Amount(exposure.Limit)),
            ("Used", Show.Amount(exposure.Used)),
            ("Free", Show.Amount(exposure.Free)),
            ("Changed", Show.Place(exposure.LastChange)));

    public static IRenderable Table(IEnumerable<Exposure> exposures)
    {
        var rows = new AlignedTable("FINANCIER", "OBLIGOR", ">LIMIT", ">USED", ">FREE");
        foreach (var exposure in exposures)
        {
            rows.Add(
                Show.Party(exposure.Financier),
                Show.Party(exposure.Obligor),
                Show.Amount(exposure.Limit),
                Show.Amount(exposure.Used),
                Show.Amount(exposure.Free));
        }

        return rows.Content;
    }

    public static IRenderable Table(IEnumerable<Financeable> financeable)
    {
        var rows = new AlignedTable("OBLIGOR", ">AMOUNT", "DUE", ">TIER", ">BEST PRICE", ">LAST PRICE");
        foreach (var one in financeable)
        {
            rows.AddWith(
                one.Holding.Name,
                Show.Party(one.Holding.Obligor),
                Show.Amount(one.Holding.Amount),
                Show.Day(one.Holding.DueDate),
                $"{one.Holding.Depth}",
                Price(one.BestPrice),
                Price(one.LastPrice));
        }

        return rows.Content;
    }

    public static IRenderable Table(IEnumerable<Opportunity> opportunities)
    {
        var rows = new AlignedTable(
            "HOLDER", "OBLIGOR", ">AMOUNT", ">AT LEAST", ">DAYS", ">FREE LIMIT", "OFFERS", "OWN");
        foreach (var one in opportunities)
        {
            rows.AddWith(
                one.Financing.Holding,
                Show.Party(one.Financing.Holder),
                Show.Party(one.Financing.Obligor),
                Show.Amount(one.Financing.Amount),
                Show.Amount(one.Financing.LowestAdvance),
                $"{one.TenorDays}",
                Show.Amount(one.Free),
                one.Financing.OfferKey.Length == 0 ? "open" : "sealed",
                Show.YesNo(one.OwnOffer.Length > 0));
        }

        return rows.Content;
    }

    private static string Price(PriceSeen? price) => price is null
        ? "none seen"
        : Show.Discount(price.DiscountMillionths) + (price.Recourse ? " with recourse" : "");

    private static string Paid(Disbursement? paid) => paid is null
        ? ""
        : $"{Show.Amount(paid.Amount)} by {Show.Party(paid.Financier)}, value date {Show.Day(paid.ValueDate)}, "
            + Show.Word(paid.State);
}
