using System.Globalization;

namespace SupplyChainLedger.Contracts.Dates;

/// <summary>
/// A calendar date as the contracts store it: whole days since 1970-01-01, without a time of day or a time zone.
/// </summary>
public readonly record struct EpochDay
{
    /// <summary>Day number of 9999-12-31.</summary>
    private const uint Last = 2_932_896;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>Makes a date from the number that the contracts store.</summary>
    /// <param name="value">Days since 1970-01-01; at most 2,932,896, which is 9999-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number lies beyond 9999-12-31.</exception>
    public EpochDay(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Last);
        Value = value;
    }

    /// <summary>The last day that a calendar can show: 9999-12-31.</summary>
    public static EpochDay Latest { get; } = new(Last);

    /// <summary>Days since 1970-01-01, which is 0.</summary>
    public uint Value { get; }

    /// <summary>Turns a calendar date into its day number.</summary>
    /// <param name="date">A date from 1970-01-01 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies before 1970-01-01.</exception>
    public static EpochDay FromDate(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, Epoch);
        return new EpochDay((uint)(date.DayNumber - Epoch.DayNumber));
    }

    /// <summary>Whether a date can be stored on chain: it can from 1970-01-01 on.</summary>
    /// <param name="date">Any calendar date.</param>
    public static bool CanHold(DateOnly date) => date >= Epoch;

    /// <summary>The calendar date.</summary>
    public DateOnly ToDate() => Epoch.AddDays((int)Value);

    /// <summary>The date as ISO 8601 writes it: <c>2027-03-31</c>.</summary>
    public override string ToString() => ToDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
