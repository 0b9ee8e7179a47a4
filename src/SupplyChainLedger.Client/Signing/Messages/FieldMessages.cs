using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Ethereum;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Single fields as the API takes them.</summary>
internal static class FieldMessages
{
    public static Date ToApi(this EpochDay day) => day.ToDate().ToApi();

    /// <summary>Minor units, which the API has as signed numbers.</summary>
    public static long ToApi(this ulong minorUnits) => checked((long)minorUnits);

    /// <summary>A hash that may be absent: zero on the chain, empty in the API.</summary>
    public static string ToApi(this Hash32 hash) => hash == default ? "" : hash.ToString();

    /// <summary>Bytes that may be absent.</summary>
    public static string ToApi(this byte[] bytes) => bytes.Length == 0 ? "" : Hex.Encode(bytes);
}
