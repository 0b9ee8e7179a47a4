using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows amounts as the API has them.</summary>
internal static class MoneyWriter
{
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="minorUnits">At most 2^63 - 1, as everywhere on the ledger.</param>
    public static Money Write(string currency, ulong minorUnits) =>
        new() { CurrencyCode = currency, MinorUnits = checked((long)minorUnits) };
}
