using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Resource names (AIP-122): a collection, a slash, and an id.</summary>
internal static class ResourceNames
{
    private const string Invoices = "invoices/";
    private const string Intents = "intents/";
    private const string Participants = "participants/";
    private const int MaxHandle = 32;

    public static string Of(InvoiceId invoice) => $"{Invoices}{invoice}";

    public static string Of(IntentHash intent) => $"{Intents}{intent}";

    public static string OfParticipant(string handle) => $"{Participants}{handle}";

    public static InvoiceId ReadInvoice(string field, string name) =>
        name.StartsWith(Invoices, StringComparison.Ordinal) && InvoiceId.TryParse(name[Invoices.Length..], out var id)
            ? id
            : throw LedgerFaults.InvalidField(field, "invoices/ and 0x with 64 hexadecimal digits are required");

    public static IntentHash ReadIntent(string field, string name) =>
        name.StartsWith(Intents, StringComparison.Ordinal) && IntentHash.TryParse(name[Intents.Length..], out var hash)
            ? hash
            : throw LedgerFaults.InvalidField(field, "intents/ and 0x with 64 hexadecimal digits are required");

    /// <summary>The handle in a participant's name.</summary>
    public static string ReadParticipant(string field, string name)
    {
        var handle = name.StartsWith(Participants, StringComparison.Ordinal) ? name[Participants.Length..] : "";
        return handle.Length is > 0 and <= MaxHandle && handle.All(IsOfHandle)
            ? handle
            : throw LedgerFaults.InvalidField(field, "participants/ and a handle of a-z, 0-9 and hyphen are required");
    }

    private static bool IsOfHandle(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
