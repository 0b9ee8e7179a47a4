namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// A secp256k1 signature from which the signer can be recovered. Only the form with the low S exists (EIP-2),
/// so that one signer signs one digest in one way.
/// </summary>
public readonly record struct Signature
{
    /// <summary>Length of the byte form in bytes.</summary>
    public const int Size = 65;

    internal const int CompactSize = 64;
    private const byte RecoveryBase = 27;

    private static readonly Hash32 Order =
        Hash32.Parse("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

    private static readonly Hash32 HalfOrder =
        Hash32.Parse("0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

    private Signature(Hash32 r, Hash32 s, int recoveryId)
    {
        R = r;
        S = s;
        RecoveryId = recoveryId;
    }

    /// <summary>The x coordinate of the ephemeral point.</summary>
    public Hash32 R { get; }

    /// <summary>The proof, in the lower half of the group's order.</summary>
    public Hash32 S { get; }

    /// <summary>Parity of the ephemeral point, 0 or 1.</summary>
    public int RecoveryId { get; }

    /// <summary>Reads r, s and v (27 or 28), 65 bytes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out Signature signature, out SignatureFault fault)
    {
        signature = default;
        if (bytes.Length != Size)
        {
            fault = SignatureFault.WrongLength;
            return false;
        }

        var recoveryId = bytes[CompactSize] - RecoveryBase;
        if (recoveryId is not (0 or 1))
        {
            fault = SignatureFault.WrongRecoveryByte;
            return false;
        }

        return TryCreate(
            Hash32.FromBytes(bytes[..32]), Hash32.FromBytes(bytes[32..64]), recoveryId, out signature, out fault);
    }

    /// <summary>r, s and v (27 or 28), 65 bytes, as contracts and wallets take them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyCompactTo(bytes);
        bytes[CompactSize] = (byte)(RecoveryBase + RecoveryId);
        return bytes;
    }

    /// <summary>The address that signed the digest; null when no key can have made this signature.</summary>
    public Address? Recover(Hash32 digest) => Recover(digest, Secp256k1.Engine);

    internal static bool TryCreate(
        Hash32 r, Hash32 s, int recoveryId, out Signature signature, out SignatureFault fault)
    {
        fault = r == Hash32.Zero || s == Hash32.Zero || r >= Order || s >= Order ? SignatureFault.OutOfRange
            : s > HalfOrder ? SignatureFault.HighS
            : SignatureFault.None;
        signature = fault == SignatureFault.None ? new Signature(r, s, recoveryId) : default;
        return fault == SignatureFault.None;
    }

    internal Address? Recover(Hash32 digest, ISecp256k1 engine)
    {
        Span<byte> message = stackalloc byte[Hash32.Size];
        digest.CopyTo(message);
        Span<byte> compact = stackalloc byte[CompactSize];
        CopyCompactTo(compact);
        Span<byte> publicKey = stackalloc byte[PublicKey.CoordinatesSize];
        return engine.TryRecover(message, compact, RecoveryId, publicKey) ? PublicKey.AddressOf(publicKey) : null;
    }

    private void CopyCompactTo(Span<byte> destination)
    {
        R.CopyTo(destination);
        S.CopyTo(destination[Hash32.Size..]);
    }
}
