using System.CommandLine;
using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>
/// An amount in the currency's own units, such as 100.00. What it is in minor units is known once the currency is.
/// </summary>
internal sealed class AmountOption : Option<string?>
{
    public AmountOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "AMOUNT";
    }

    /// <summary>Reads an amount exactly, in minor units.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="currencyCode">ISO 4217 code.</param>
    /// <exception cref="UsageException">It is no positive amount of the currency.</exception>
    public ulong Read(string text, string currencyCode) => ReadOrZero(text, currencyCode) is > 0 and var minorUnits
        ? minorUnits
        : throw new UsageException($"{Name} {text} is not positive.");

    /// <summary>Reads an amount exactly, in minor units; nothing is an amount too.</summary>
    public ulong ReadOrZero(string text, string currencyCode)
    {
        var currency = CurrencyOf(currencyCode);
        if (!Money.TryParse(text, currency, out var money, out var problem))
        {
            throw new UsageException(problem switch
            {
                AmountProblem.TooManyDecimals =>
                    $"{Name} {text} has more decimals than {currency}, which has {currency.Decimals}.",
                AmountProblem.TooLarge => $"{Name} {text} is larger than any amount that the ledger holds.",
                _ => $"{Name} {text} is not a plain number such as 100.00, without separators or currency.",
            });
        }

        return money.MinorUnits >= 0
            ? (ulong)money.MinorUnits
            : throw new UsageException($"{Name} {text} is not positive.");
    }

    /// <summary>Reads an amount in its currency; nothing is an amount too.</summary>
    public Money ReadMoney(string text, Currency currency) => new((long)ReadOrZero(text, currency.Code), currency);

    /// <summary>Reads a part of something, in minor units; all of it where nothing was given.</summary>
    public ulong ReadPart(string? text, V1.Money whole) =>
        text is null ? (ulong)whole.MinorUnits : Read(text, whole.CurrencyCode);

    private static Currency CurrencyOf(string code) =>
        Currency.Find(code) ?? throw new UsageException($"The currency {code} is not known here.");
}
