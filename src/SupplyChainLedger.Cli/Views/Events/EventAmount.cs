using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>Amounts of an event, which carries minor units alone, with their currency where it is known.</summary>
/// <param name="CurrencyCode">ISO 4217 code; null where it is not known.</param>
internal readonly record struct EventAmount(string? CurrencyCode)
{
    public string Of(long minorUnits) => CurrencyCode is null
        ? $"{minorUnits} minor units"
        : Show.Amount(new Money { CurrencyCode = CurrencyCode, MinorUnits = minorUnits });

    /// <summary>What a holding is worth.</summary>
    public string Of(HoldingRecord record) => Of(record.MinorUnits);

    /// <summary>What a holding's step is about.</summary>
    public string PendingOf(HoldingRecord record) => Of(record.PendingMinorUnits);
}
