using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// What an intent is signed with: one key, or two different ones of the same participant where an amount is above its
/// threshold.
/// </summary>
/// <param name="First">The signature of the one key, or of the first.</param>
/// <param name="Second">The signature of the second key.</param>
public readonly record struct IntentSignatures(Signature First, Signature? Second = null)
{
    /// <summary>Length of the longer byte form in bytes.</summary>
    public const int MaxSize = 2 * Signature.Size;

    /// <summary>Two keys have signed.</summary>
    public bool AreTwo => Second is not null;

    /// <summary>Reads one signature of 65 bytes, or two of them one after the other.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out IntentSignatures signatures, out SignatureFault fault)
    {
        signatures = default;
        var isByTwo = bytes.Length == MaxSize;
        if (!Signature.TryParse(isByTwo ? bytes[..Signature.Size] : bytes, out var first, out fault)) return false;
        Signature second = default;
        if (isByTwo && !Signature.TryParse(bytes[Signature.Size..], out second, out fault)) return false;
        signatures = new IntentSignatures(first, isByTwo ? second : null);
        return true;
    }

    /// <summary>65 bytes, or 130.</summary>
    public byte[] ToBytes() => Second is { } second ? [.. First.ToBytes(), .. second.ToBytes()] : First.ToBytes();
}
