using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>
/// A holding's identity: the receivable's own id for the one that confirmation made, the digest of the intent that
/// took it out of another for all others.
/// </summary>
/// <param name="Value">The 32 bytes.</param>
public readonly record struct HoldingId(Hash32 Value)
{
    /// <summary>The first holding of a receivable, which is what is left of the whole.</summary>
    public static HoldingId RootOf(InvoiceId receivable) => new(receivable.Value);

    /// <summary>Reads <c>0x</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out HoldingId id)
    {
        var parsed = Hash32.TryParse(text, out var value);
        id = new HoldingId(value);
        return parsed;
    }

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
