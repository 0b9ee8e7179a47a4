using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Shows a person what is signed in its name.</summary>
internal static class SigningView
{
    /// <summary>A claim, with the file that it comes from.</summary>
    public static void ShowClaim(
        this Terminal terminal, SignedIntent<Intents.SubmitInvoice> signed, string supplier, string buyer, string file)
    {
        var intent = signed.Intent;
        var amount = new Money { CurrencyCode = intent.Currency, MinorUnits = (long)intent.Amount };
        terminal.ShowSigned(
            signed,
            supplier,
            ("number", intent.Number),
            ("type", $"{intent.TypeCode}"),
            ("buyer", $"{buyer} ({intent.Buyer})"),
            ("amount", Show.Amount(amount)),
            ("issued", $"{intent.IssueDate}"),
            ("due", $"{intent.DueDate}"),
            ("document", $"{file}, SHA-256 {intent.DocumentHash}"));
    }

    /// <summary>What to know of an invoice that is recorded already before one answers or changes it.</summary>
    public static (string Name, string? Value)[] FieldsOf(Invoice invoice) =>
    [
        ("invoice", invoice.Name),
        ("number", invoice.Number),
        ("supplier", Show.Party(invoice.Supplier)),
        ("buyer", Show.Party(invoice.Buyer)),
        ("amount", Show.Amount(invoice.Amount)),
        ("due", Show.Day(invoice.DueDate)),
    ];

    /// <summary>What to know of a holding before one signs something about it.</summary>
    public static (string Name, string? Value)[] FieldsOf(Holding holding) =>
    [
        ("holding", holding.Name),
        ("receivable", holding.Receivable),
        ("holder", Show.Party(holding.Holder)),
        ("obligor", Show.Party(holding.Obligor)),
        ("holds", Show.Amount(holding.Amount)),
        ("due", Show.Day(holding.DueDate)),
    ];

    /// <summary>What a bank did.</summary>
    public static (string Name, string? Value)[] FieldsOf(BankPayment payment, string currencyCode) =>
    [
        ("paid", Show.Amount(payment.MinorUnits, currencyCode)),
        ("value date", Show.Day(payment.ValueDate)),
        ("reference", payment.Reference),
        ("evidence", Show.Hash(payment.Evidence)),
    ];

    /// <summary>Anything that is signed, with the fields that say what it is about.</summary>
    public static void ShowSigned<T>(
        this Terminal terminal,
        SignedIntent<T> signed,
        string participant,
        params (string Name, string? Value)[] fields)
        where T : LedgerIntent
    {
        var intent = signed.Intent;
        terminal.Note($"Signing {intent.Kind} as {participant} ({intent.Participant}):");
        terminal.Notes.Write(Fields.Of(2, [
            .. fields,
            ("valid until", $"{DateTimeOffset.FromUnixTimeSeconds((long)intent.Deadline):yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            ("intent", signed.Name),
        ]));
    }
}
