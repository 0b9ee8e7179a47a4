using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Client;

/// <summary>Resource names of the API: a collection, a slash, and an id.</summary>
public static class ResourceNames
{
    private const string Invoices = "invoices/";
    private const string Intents = "intents/";
    private const string Receivables = "receivables/";
    private const string Holdings = "holdings/";
    private const string Offers = "offers/";
    private const string Rules = "rules/";
    private const string Participants = "participants/";

    /// <summary>Name of an invoice.</summary>
    public static string Of(InvoiceId invoice) => $"{Invoices}{invoice}";

    /// <summary>Name of the receivable that an invoice has become; it has the same id.</summary>
    public static string OfReceivable(InvoiceId receivable) => $"{Receivables}{receivable}";

    /// <summary>Name of a holding.</summary>
    public static string Of(HoldingId holding) => $"{Holdings}{holding}";

    /// <summary>Name of an offer.</summary>
    public static string Of(OfferId offer) => $"{Offers}{offer}";

    /// <summary>Name of a version of the rules.</summary>
    public static string OfRules(uint version) => $"{Rules}{version}";

    /// <summary>Name of an intent.</summary>
    public static string Of(IntentHash intent) => $"{Intents}{intent}";

    /// <summary>Name of a participant.</summary>
    public static string OfParticipant(string handle) => $"{Participants}{handle}";

    /// <summary>The handle in a participant's name; the whole text where it is none.</summary>
    public static string HandleOf(string participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return Id(participant, Participants);
    }

    /// <summary>Reads an invoice's id with or without its collection.</summary>
    public static bool TryParseInvoice(string? text, out InvoiceId invoice) =>
        InvoiceId.TryParse(text is null ? null : Id(text, Invoices), out invoice);

    /// <summary>Reads a receivable's id with or without its collection; the name of its invoice does too.</summary>
    public static bool TryParseReceivable(string? text, out InvoiceId receivable) =>
        TryParseInvoice(text is null ? null : Id(text, Receivables), out receivable);

    /// <summary>Reads a holding's id with or without its collection.</summary>
    public static bool TryParseHolding(string? text, out HoldingId holding) =>
        HoldingId.TryParse(text is null ? null : Id(text, Holdings), out holding);

    /// <summary>Reads an offer's id with or without its collection.</summary>
    public static bool TryParseOffer(string? text, out OfferId offer) =>
        OfferId.TryParse(text is null ? null : Id(text, Offers), out offer);

    /// <summary>Reads an intent's digest with or without its collection.</summary>
    public static bool TryParseIntent(string? text, out IntentHash intent) =>
        IntentHash.TryParse(text is null ? null : Id(text, Intents), out intent);

    private static string Id(string name, string collection) =>
        name.StartsWith(collection, StringComparison.Ordinal) ? name[collection.Length..] : name;
}
