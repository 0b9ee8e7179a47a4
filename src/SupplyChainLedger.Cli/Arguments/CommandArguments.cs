using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;

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

    public static Argument<InvoiceId> Receivable() => new("RECEIVABLE")
    {
        Description = $"The receivable: {HashForm}, with or without receivables/ or invoices/ in front.",
        CustomParser = result => ResourceNames.TryParseReceivable(result.Tokens[0].Value, out var id)
            ? id
            : Refuse<InvoiceId>(
                result, $"is not a receivable: {HashForm} are needed, as 'scl receivable list' shows them"),
    };

    public static Argument<HoldingId> Holding() => new("HOLDING")
    {
        Description = $"The holding: {HashForm}, with or without holdings/ in front.",
        CustomParser = result => ResourceNames.TryParseHolding(result.Tokens[0].Value, out var id)
            ? id
            : Refuse<HoldingId>(
                result, $"is not a holding: {HashForm} are needed, as 'scl receivable holdings' shows them"),
    };

    public static Argument<OfferId> Offer() => new("OFFER")
    {
        Description = $"The offer: {HashForm}, with or without offers/ in front.",
        CustomParser = result => ResourceNames.TryParseOffer(result.Tokens[0].Value, out var id)
            ? id
            : Refuse<OfferId>(result, $"is not an offer: {HashForm} are needed, as 'scl financing offers' shows them"),
    };

    public static Option<InvoiceId?> OfReceivable() => new("--receivable")
    {
        Description = "Only those of this receivable.",
        HelpName = "RECEIVABLE",
        CustomParser = result => ResourceNames.TryParseReceivable(result.Tokens[0].Value, out var id)
            ? id
            : Refuse<InvoiceId?>(result, $"is not a receivable: {HashForm} are needed"),
    };

    public static Argument<IntentHash> Intent() => new("HASH")
    {
        Description = $"The intent: {HashForm}, with or without intents/ in front.",
        CustomParser = result => ResourceNames.TryParseIntent(result.Tokens[0].Value, out var hash)
            ? hash
            : Refuse<IntentHash>(result, $"is not an intent: {HashForm} are needed"),
    };

    public static Argument<string> Participant() => new("HANDLE")
    {
        Description = "The participant, such as core-motors.",
    };

    public static Argument<string> Key() => new("KEY")
    {
        Description = "The key: the name of one in the keystore, or an address.",
    };

    /// <summary>How long a command waits for what it sent.</summary>
    public static Option<int> WaitSeconds() => new("--timeout")
    {
        Description = "How many seconds to wait for it.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
        CustomParser = result => Whole(result, 1, 86_400),
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

    public static Option<string?> RequiredHandle(string name, string description)
    {
        var option = Handle(name, description);
        option.Required = true;
        return option;
    }

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Refuse<DateOnly?>(result, "is not a calendar date such as 2027-03-31"),
    };

    /// <summary>A currency by its ISO 4217 code.</summary>
    public static Option<Currency> CurrencyCode() => new("--currency")
    {
        Description = "ISO 4217 code, such as EUR.",
        HelpName = "CODE",
        Required = true,
        CustomParser = result => Currency.Find(result.Tokens[0].Value)
            ?? Refuse<Currency>(result, "is not the code of a currency, such as EUR"),
    };

    /// <summary>One of the names of an enumeration, in small letters; unspecified where the option is absent.</summary>
    public static Option<T> OneOf<T>(string name, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Where(value => !value.Equals(default(T))).ToDictionary(
            value => Show.Word(value).Replace(' ', '-'));
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Keys),
            CustomParser = result => words.TryGetValue(result.Tokens[0].Value, out var value)
                ? value
                : Refuse<T>(result, $"is not one of {string.Join(", ", words.Keys)}"),
        };
    }

    /// <summary>Some of the names of a set, with commas between; none where the option is absent.</summary>
    public static Option<T> Flags<T>(string name, string description, bool required = false)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>()
            .Where(value => long.PopCount(Convert.ToInt64(value, CultureInfo.InvariantCulture)) == 1)
            .ToDictionary(value => Show.Word(value));
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join(',', words.Keys),
            Required = required,
            CustomParser = result =>
            {
                var all = 0L;
                foreach (var word in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
                {
                    if (!words.TryGetValue(word, out var value))
                        return Refuse<T>(result, $"is not some of {string.Join(", ", words.Keys)}, comma-separated");
                    all |= Convert.ToInt64(value, CultureInfo.InvariantCulture);
                }

                return (T)Enum.ToObject(typeof(T), all);
            },
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
