using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>A financier's offer: the digest of the intent that placed it.</summary>
/// <param name="Value">The 32 bytes.</param>
public readonly record struct OfferId(Hash32 Value)
{
    /// <summary>Reads <c>0x</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out OfferId id)
    {
        var parsed = Hash32.TryParse(text, out var value);
        id = new OfferId(value);
        return parsed;
    }

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
