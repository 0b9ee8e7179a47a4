using System.Globalization;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Resource names (AIP-122): a collection, a slash, and an id.</summary>
internal static class ResourceNames
{
    private const string Invoices = "invoices/";
    private const string Receivables = "receivables/";
    private const string Holdings = "holdings/";
    private const string Offers = "offers/";
    private const string Rules = "rules/";
    private const string Intents = "intents/";
    private const string Participants = "participants/";
    private const int MaxHandle = 32;

    public static string Of(InvoiceId invoice) => $"{Invoices}{invoice}";

    /// <summary>The receivable that an invoice became.</summary>
    public static string OfReceivable(InvoiceId id) => $"{Receivables}{id}";

    public static string Of(HoldingId holding) => $"{Holdings}{holding}";

    public static string Of(OfferId offer) => $"{Offers}{offer}";

    public static string OfRules(ushort version) => $"{Rules}{version}";

    public static string Of(IntentHash intent) => $"{Intents}{intent}";

    public static string OfParticipant(string handle) => $"{Participants}{handle}";

    public static InvoiceId ReadInvoice(string field, string name) => new(ReadHash(field, Invoices, name));

    public static InvoiceId ReadReceivable(string field, string name) => new(ReadHash(field, Receivables, name));

    public static HoldingId ReadHolding(string field, string name) => new(ReadHash(field, Holdings, name));

    public static IntentHash ReadIntent(string field, string name) => new(ReadHash(field, Intents, name));

    /// <summary>The version in a name of rules.</summary>
    public static ushort ReadRules(string field, string name) =>
        name.StartsWith(Rules, StringComparison.Ordinal)
        && ushort.TryParse(name.AsSpan(Rules.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version > 0
            ? version
            : throw LedgerFaults.InvalidField(field, "rules/ and a version from 1 are required");

    /// <summary>The handle in a participant's name.</summary>
    public static string ReadParticipant(string field, string name)
    {
        var handle = name.StartsWith(Participants, StringComparison.Ordinal) ? name[Participants.Length..] : "";
        return handle.Length is > 0 and <= MaxHandle && handle.All(IsOfHandle)
            ? handle
            : throw LedgerFaults.InvalidField(field, "participants/ and a handle of a-z, 0-9 and hyphen are required");
    }

    private static Hash32 ReadHash(string field, string collection, string name) =>
        name.StartsWith(collection, StringComparison.Ordinal) && Hash32.TryParse(name[collection.Length..], out var id)
            ? id
            : throw LedgerFaults.InvalidField(field, $"{collection} and 0x with 64 hexadecimal digits are required");

    private static bool IsOfHandle(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
