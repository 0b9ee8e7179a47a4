using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The arguments and options that several commands take, read into their types.</summary>
internal static class CommandArguments
{
    private const string HashForm = "0x and 64 hexadecimal digits";

    public static Argument<InvoiceId> Invoice() => new("ID")
    {
        Description = $"The invoice: {HashForm}, with or without invoices/ in front.",
        CustomParser = result => ResourceNames.TryParseInvoice(result.Tokens[0].Value, out var id)
            ? id
            : Refuse<InvoiceId>(result, $"is not an invoice: {HashForm} are needed, as 'scl invoice list' shows them"),
    };

    public static Argument<IntentHash> Intent() => new("HASH")
    {
        Description = $"The intent: {HashForm}, with or without intents/ in front.",
        CustomParser = result => ResourceNames.TryParseIntent(result.Tokens[0].Value, out var hash)
            ? hash
            : Refuse<IntentHash>(result, $"is not an intent: {HashForm} are needed"),
    };

    /// <summary>A text for the other side, which the chain keeps for ever.</summary>
    public static Option<string> Reason(string description) => new("--reason")
    {
        Description = $"{description}; up to 200 bytes, public on the chain.",
        HelpName = "TEXT",
        Required = true,
    };

    public static Option<string?> Handle(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "HANDLE",
    };

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Refuse<DateOnly?>(result, "is not a calendar date such as 2027-03-31"),
    };

    /// <summary>One of the names of an enumeration, in small letters; unspecified where the option is absent.</summary>
    public static Option<T> OneOf<T>(string name, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToDictionary(
            value => $"{value}".ToLowerInvariant());
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Keys),
            CustomParser = result => words.TryGetValue(result.Tokens[0].Value, out var value)
                ? value
                : Refuse<T>(result, $"is not one of {string.Join(", ", words.Keys)}"),
        };
    }

    /// <summary>Reads a whole number within its range.</summary>
    public static int Whole(ArgumentResult result, int least, int most) =>
        int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : Refuse<int>(result, $"is not a whole number from {least} to {most}");

    private static T? Refuse<T>(ArgumentResult result, string problem)
    {
        result.AddError($"'{result.Tokens[0].Value}' {problem}.");
        return default;
    }
}
