using Date = Google.Type.Date;

namespace SupplyChainLedger.Client;

/// <summary>Calendar dates as the API has them.</summary>
public static class ApiDates
{
    /// <summary>A date as the API takes it.</summary>
    public static Date ToApi(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };
}
