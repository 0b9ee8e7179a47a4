using System.Security.Cryptography;

namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// A secret of secp256k1. It is never printed, stays where it was put in memory and is wiped when disposed of.
/// </summary>
public sealed class PrivateKey : IDisposable
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _secret = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
    private readonly ISecp256k1 _engine;
    private bool _disposed;

    private PrivateKey(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> coordinates, ISecp256k1 engine)
    {
        secret.CopyTo(_secret);
        _engine = engine;
        PublicKey = new PublicKey(coordinates);
    }

    /// <summary>The account's address.</summary>
    public Address Address => PublicKey.Address;

    /// <summary>
    /// The public half, compressed (SEC 1, section 2.3.3), 33 bytes: what others seal messages to, see
    /// <see cref="Sealing.SealedBox"/>.
    /// </summary>
    public byte[] SealingKey => PublicKey.ToCompressedBytes();

    /// <summary>The public half.</summary>
    internal PublicKey PublicKey { get; }

    /// <summary>The 32 secret bytes, for the keystore alone.</summary>
    internal ReadOnlySpan<byte> Secret
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _secret;
        }
    }

    /// <summary>A new key from the operating system's random numbers.</summary>
    public static PrivateKey Generate()
    {
        Span<byte> secret = stackalloc byte[Size];
        Span<byte> coordinates = stackalloc byte[PublicKey.CoordinatesSize];
        try
        {
            do RandomNumberGenerator.Fill(secret);
            while (!Secp256k1.Engine.TryCreatePublicKey(secret, coordinates));
            return new PrivateKey(secret, coordinates, Secp256k1.Engine);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Copies 32 bytes; the caller wipes its own.</summary>
    /// <exception cref="ArgumentException">The bytes are no key: not 32, zero, or not below the group's order.
    /// </exception>
    public static PrivateKey FromBytes(ReadOnlySpan<byte> secret) => FromBytes(secret, Secp256k1.Engine);

    /// <summary>Signs a digest, the same way every time (RFC 6979), with a low S (EIP-2).</summary>
    public Signature Sign(Hash32 digest)
    {
        Span<byte> message = stackalloc byte[Hash32.Size];
        digest.CopyTo(message);
        Span<byte> compact = stackalloc byte[Signature.CompactSize];
        _engine.Sign(Secret, message, compact, out var recoveryId);
        var r = Hash32.FromBytes(compact[..Hash32.Size]);
        var s = Hash32.FromBytes(compact[Hash32.Size..]);
        return recoveryId is 0 or 1 && Signature.TryCreate(r, s, recoveryId, out var signature, out _)
            ? signature
            : throw new CryptographicException("The signature has no Ethereum form; sign another digest.");
    }

    /// <summary>Wipes the secret.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }

    /// <summary>Names the key by its address; the secret is never printed.</summary>
    public override string ToString() => $"private key of {Address}";

    internal static PrivateKey FromBytes(ReadOnlySpan<byte> secret, ISecp256k1 engine)
    {
        Span<byte> coordinates = stackalloc byte[PublicKey.CoordinatesSize];
        return secret.Length == Size && engine.TryCreatePublicKey(secret, coordinates)
            ? new PrivateKey(secret, coordinates, engine)
            : throw new ArgumentException("A private key is 32 bytes between 1 and the group's order.", nameof(secret));
    }
}
