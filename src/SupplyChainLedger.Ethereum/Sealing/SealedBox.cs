using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;
using SupplyChainLedger.Ethereum.Signing;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace SupplyChainLedger.Ethereum.Sealing;

/// <summary>
/// Encrypts a short message so that only the holder of one secp256k1 key can read it (ECIES): an ephemeral key of its
/// own for each box, ECDH (SEC 1, section 3.3.1), HKDF-SHA-256 (RFC 5869), AES-256-GCM. It hides and protects what is
/// said; it does not tell who said it.
/// </summary>
/// <remarks>
/// A box is the ephemeral public key, compressed (33 bytes), the ciphertext, and the tag (16 bytes). Each secret
/// encrypts one message, so that the nonce is zero. The key is bound to both public keys, the message to its context.
/// </remarks>
public static class SealedBox
{
    /// <summary>Bytes of a compressed public key (SEC 1, section 2.3.3).</summary>
    public const int KeySize = 33;

    /// <summary>How much longer a box is than its message.</summary>
    public const int Overhead = KeySize + TagSize;

    private const int TagSize = 16;
    private const int SecretSize = 32;

    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly byte[] Nonce = new byte[12];

    /// <summary>Whether bytes are a point of the curve in its compressed form, to which can be sealed.</summary>
    public static bool IsKey(ReadOnlySpan<byte> key) => TryDecode(key, out _);

    /// <summary>Seals a message.</summary>
    /// <param name="recipient">Compressed public key, see <see cref="PrivateKey.SealingKey"/>.</param>
    /// <param name="message">What only the recipient may read.</param>
    /// <param name="context">What the message is about; who opens it must name the same.</param>
    /// <exception cref="ArgumentException">The recipient is no compressed public key.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> message, ReadOnlySpan<byte> context)
    {
        if (!TryDecode(recipient, out var point))
            throw new ArgumentException("The recipient is no compressed public key of secp256k1.", nameof(recipient));
        using var ephemeral = PrivateKey.Generate();
        var box = new byte[message.Length + Overhead];
        ephemeral.SealingKey.CopyTo(box, 0);
        Span<byte> secret = stackalloc byte[SecretSize];
        Agree(ephemeral, point, box.AsSpan(0, KeySize), recipient, secret);
        using var cipher = new AesGcm(secret, TagSize);
        CryptographicOperations.ZeroMemory(secret);
        cipher.Encrypt(Nonce, message, box.AsSpan(KeySize, message.Length), box.AsSpan(^TagSize..), context);
        return box;
    }

    /// <summary>Opens a box; false when it is for another key or context, or was altered.</summary>
    /// <param name="key">The recipient's key.</param>
    /// <param name="box">What <see cref="Seal"/> made.</param>
    /// <param name="context">What the message is about.</param>
    /// <param name="message">What was sealed.</param>
    public static bool TryOpen(
        PrivateKey key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context, [NotNullWhen(true)] out byte[]? message)
    {
        ArgumentNullException.ThrowIfNull(key);
        message = null;
        if (box.Length < Overhead || !TryDecode(box[..KeySize], out var point)) return false;
        Span<byte> secret = stackalloc byte[SecretSize];
        Agree(key, point, box[..KeySize], key.SealingKey, secret);
        using var cipher = new AesGcm(secret, TagSize);
        CryptographicOperations.ZeroMemory(secret);
        var opened = new byte[box.Length - Overhead];
        try
        {
            cipher.Decrypt(Nonce, box[KeySize..^TagSize], box[^TagSize..], opened, context);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        message = opened;
        return true;
    }

    /// <summary>Derives the one secret that both sides know, from the point that both can compute.</summary>
    private static void Agree(
        PrivateKey own, ECPoint other, ReadOnlySpan<byte> ephemeral, ReadOnlySpan<byte> recipient, Span<byte> secret)
    {
        var shared = other.Multiply(new BigInteger(1, own.Secret.ToArray())).Normalize();
        var x = BigIntegers.AsUnsignedByteArray(SecretSize, shared.AffineXCoord.ToBigInteger());
        byte[] keys = [.. ephemeral, .. recipient];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, x, secret, salt: [], info: keys);
        CryptographicOperations.ZeroMemory(x);
    }

    private static bool TryDecode(ReadOnlySpan<byte> key, [NotNullWhen(true)] out ECPoint? point)
    {
        point = null;
        if (key.Length != KeySize || key[0] is not (2 or 3)) return false;
        try
        {
            point = Curve.Curve.DecodePoint(key.ToArray());
            return true;
        }
        catch (ArgumentException)
        {
            // x is on no point of the curve: half of all numbers are not.
            return false;
        }
    }
}
