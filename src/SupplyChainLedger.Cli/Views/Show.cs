using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;
using Money = SupplyChainLedger.V1.Money;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Single values as people read them.</summary>
internal static class Show
{
    /// <summary>With the currency's decimals, such as <c>336.90 EUR</c>.</summary>
    public static string Amount(Money? money)
    {
        if (money is null) return "";
        return Currency.Find(money.CurrencyCode) is { } currency
            ? new Contracts.Monetary.Money(money.MinorUnits, currency).ToString()
            : $"{money.MinorUnits} minor units of {money.CurrencyCode}";
    }

    /// <summary>With the currency's decimals, such as <c>336.90 EUR</c>.</summary>
    public static string Amount(ulong minorUnits, string currencyCode) =>
        Amount(new Money { CurrencyCode = currencyCode, MinorUnits = (long)minorUnits });

    /// <summary>SHA-256 of a document; nothing where there is none.</summary>
    public static string Hash(Hash32 hash) => hash == default ? "" : $"SHA-256 {hash}";

    /// <summary>ISO 8601, such as <c>2027-03-31</c>.</summary>
    public static string Day(Date? date) => date is null ? "" : $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}";

    /// <summary>ISO 8601, such as <c>2027-03-31</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 in UTC, in whole seconds.</summary>
    public static string Time(Timestamp? time) =>
        time?.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>ISO 8601 in UTC, in whole seconds.</summary>
    public static string Time(DateTimeOffset time) => Time(Timestamp.FromDateTimeOffset(time));

    /// <summary>A participant's handle.</summary>
    public static string Party(string participant) => ResourceNames.HandleOf(participant);

    /// <summary>The name of a state or role in small letters, such as <c>transfer proposed</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, System.Enum => Words($"{value}");

    /// <summary>The names of a set in small letters, with commas between.</summary>
    public static string Flags<T>(T values)
        where T : struct, System.Enum => $"{values:F}".ToLowerInvariant();

    /// <summary>A name in Pascal case as words in small letters.</summary>
    public static string Words(string name) => string.Concat(
        name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToLowerInvariant();

    /// <summary>Per cent a year, such as <c>4.85 %</c>, from millionths.</summary>
    public static string Discount(uint millionths) =>
        (millionths / 10_000m).ToString("0.00##", CultureInfo.InvariantCulture) + " %";

    /// <summary>Whether something is so.</summary>
    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>Where something was recorded.</summary>
    public static string Place(Inclusion? place) => place is null
        ? ""
        : $"block {place.BlockNumber}, {Time(place.BlockTime)}, transaction {place.TransactionHash}"
            + (place.Final ? ", final" : "");

    /// <summary>How current an answer is.</summary>
    public static string ReadAt(ReadAt? read) => read switch
    {
        null => "",
        { LagBlocks: 0 } => $"block {read.BlockNumber}, {Time(read.BlockTime)}",
        _ => $"block {read.BlockNumber}, {Time(read.BlockTime)}, {read.LagBlocks} blocks behind the chain",
    };
}
