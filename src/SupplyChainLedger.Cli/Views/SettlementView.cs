using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>What is due, what was paid and what was not, for people.</summary>
internal static class SettlementView
{
    public static IRenderable Table(IEnumerable<Due> lines)
    {
        var rows = new AlignedTable("DUE", "INVOICE", "PAYER", "PAY TO", ">AMOUNT", "ACCOUNT", "NOW");
        foreach (var line in lines)
        {
            rows.AddWith(
                line.Holding,
                Show.Day(line.DueDate),
                line.InvoiceNumber,
                Show.Party(line.Payer),
                Show.Party(line.Payee),
                Show.Amount(line.Amount),
                line.Account?.Account_ ?? "none named",
                Standing(line));
        }

        return rows.Content;
    }

    public static IRenderable Table(IEnumerable<Payment> payments)
    {
        var rows = new AlignedTable("VALUE DATE", "FROM", "TO", ">AMOUNT", "FOR", "STATE", "REFERENCE");
        foreach (var payment in payments)
        {
            rows.AddWith(
                payment.Holding,
                Show.Day(payment.ValueDate),
                payment.Payer.Length == 0 ? "unknown" : Show.Party(payment.Payer),
                Show.Party(payment.Payee),
                Show.Amount(payment.Amount),
                Show.Word(payment.Kind),
                Show.Word(payment.State),
                payment.BankReference);
        }

        return rows.Content;
    }

    public static IRenderable Table(IEnumerable<Stop> stops)
    {
        var rows = new AlignedTable("OBLIGOR", "SINCE", "LIFTED", "BY", "REASON");
        foreach (var stop in stops)
        {
            rows.AddWith(
                stop.Holding,
                Show.Party(stop.Obligor),
                Show.Time(stop.Stopping?.BlockTime),
                stop.Lifted ? Show.Time(stop.Lifting?.BlockTime) : "no",
                Show.Party(stop.LiftedBy),
                stop.LiftReason);
        }

        return rows.Content;
    }

    public static IRenderable? Of(Stop? stop) => stop is null
        ? null
        : Fields.Of(
            ("Obligor", Show.Party(stop.Obligor)),
            ("Stopped by", stop.Holding),
            ("Stopped", Show.Place(stop.Stopping)),
            ("Lifted by", Show.Party(stop.LiftedBy)),
            ("Reason", stop.LiftReason),
            ("Lifted", Show.Place(stop.Lifting)));

    public static IRenderable? Of(Account? account) => account is null
        ? null
        : Fields.Of(
            ("Participant", Show.Party(account.Participant)),
            ("Currency", account.CurrencyCode),
            ("Account", account.Account_),
            ("Since", Show.Place(account.Setting)));

    private static string Standing(Due line) => line.Obstacle == PaymentObstacle.Unspecified
        ? Show.Word(line.Phase)
        : $"{Show.Word(line.Phase)}; wait: {Show.Word(line.Obstacle)}";
}
