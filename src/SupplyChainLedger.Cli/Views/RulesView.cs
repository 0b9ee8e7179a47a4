using System.Globalization;
using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Versions of the rules for people.</summary>
internal static class RulesView
{
    public static IRenderable? Of(Rules? rules, ReadAt? readAt = null) => rules is null
        ? null
        : Fields.Of(
            ("Version", $"{rules.Version}, {rules.DisplayName}"),
            ("In force", Standing(rules)),
            ("Tenor", $"{rules.StandardTenorDays} days, {rules.MaxTenorDays} at most"),
            ("Grace", $"{rules.GraceDays} days after the due date"),
            ("Transfers", $"answered within {rules.TransferHours} hours"),
            ("Disbursements", $"declared within {rules.DisbursementHours} hours of the accepted offer"),
            ("Payments", $"contested within {rules.AcknowledgementHours} hours"),
            ("Disputes", $"over after {rules.DisputeDays} days"),
            ("Smallest part", $"{rules.SmallestPartMinorUnits.ToString(CultureInfo.InvariantCulture)} minor units"),
            ("Hands", $"{rules.MaxHands} at most"),
            ("Trade document", rules.TradeDocumentRequired ? "needed for a transfer" : "not needed"),
            ("Registration", rules.RegistryReferenceRequired ? "needed for a disbursement" : "not needed"),
            ("Currencies", Currencies(rules)),
            ("Recorded", Show.Place(rules.Proposal)),
            ("Read at", Show.ReadAt(readAt)));

    public static IRenderable Table(IEnumerable<Rules> versions)
    {
        var rows = new AlignedTable(
            ">VERSION", "NAME", "IN FORCE", ">TENOR", ">GRACE", ">HANDS", "TRADE DOC", "REGISTRY", "CURRENCIES");
        foreach (var rules in versions)
        {
            rows.Add(
                $"{rules.Version}",
                rules.DisplayName,
                Standing(rules),
                $"{rules.StandardTenorDays}/{rules.MaxTenorDays} d",
                $"{rules.GraceDays} d",
                $"{rules.MaxHands}",
                Show.YesNo(rules.TradeDocumentRequired),
                Show.YesNo(rules.RegistryReferenceRequired),
                Currencies(rules));
        }

        return rows.Content;
    }

    private static string Standing(Rules rules)
    {
        if (rules.InForce) return "now";
        return rules.EffectiveTime is null ? "no longer" : $"from {Show.Time(rules.EffectiveTime)}";
    }

    private static string Currencies(Rules rules) =>
        rules.CurrencyCodes.Count == 0 ? "all" : string.Join(", ", rules.CurrencyCodes);
}
