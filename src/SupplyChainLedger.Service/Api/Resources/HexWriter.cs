using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows bytes that may be absent.</summary>
internal static class HexWriter
{
    /// <summary>Hexadecimal digits; empty for a hash of zeros, which stands for none.</summary>
    public static string OrEmpty(this Hash32 hash) => hash == Hash32.Zero ? "" : hash.ToString();

    /// <summary>Hexadecimal digits; empty for no bytes.</summary>
    public static string OrEmpty(this byte[] bytes) => bytes.Length == 0 ? "" : Hex.Encode(bytes);
}
