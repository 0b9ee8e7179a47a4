using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>An intent's identity: the EIP-712 digest that its participant signed.</summary>
/// <param name="Value">The digest.</param>
public readonly record struct IntentHash(Hash32 Value)
{
    /// <summary>Reads <c>0x</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out IntentHash hash)
    {
        var parsed = Hash32.TryParse(text, out var value);
        hash = new IntentHash(value);
        return parsed;
    }

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
