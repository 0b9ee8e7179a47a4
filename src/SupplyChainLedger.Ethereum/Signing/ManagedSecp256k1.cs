using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;
using Org.BouncyCastle.Utilities;

namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// The curve on BouncyCastle, for machines without the native library. Not constant-time in every step, as
/// numbers of arbitrary size in managed code are not.
/// </summary>
internal sealed class ManagedSecp256k1 : ISecp256k1
{
    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly BigInteger Order = Curve.N;
    private static readonly BigInteger HalfOrder = Curve.N.ShiftRight(1);
    private static readonly BigInteger FieldSize = Curve.Curve.Field.Characteristic;

    public bool TryCreatePublicKey(ReadOnlySpan<byte> secret, Span<byte> publicKey)
    {
        var d = Number(secret[..PrivateKey.Size]);
        if (d.SignValue == 0 || d.CompareTo(Order) >= 0) return false;
        WriteKey(MultiplyBase(d), publicKey);
        return true;
    }

    public void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> digest, Span<byte> signature, out int recoveryId)
    {
        var d = Number(secret);
        var z = Number(digest);
        var nonces = new HMacDsaKCalculator(new Sha256Digest());
        nonces.Init(Order, d, digest.ToArray());
        while (true)
        {
            var k = nonces.NextK();
            var point = MultiplyBase(k);
            var x = point.AffineXCoord.ToBigInteger();
            var r = x.Mod(Order);
            var s = BigIntegers.ModOddInverse(Order, k).Multiply(z.Add(d.Multiply(r))).Mod(Order);
            if (r.SignValue == 0 || s.SignValue == 0) continue;

            recoveryId = (x.CompareTo(Order) >= 0 ? 2 : 0) | (point.AffineYCoord.TestBitZero() ? 1 : 0);
            if (s.CompareTo(HalfOrder) > 0)
            {
                s = Order.Subtract(s);
                recoveryId ^= 1;
            }

            Write(r, signature[..32]);
            Write(s, signature[32..64]);
            return;
        }
    }

    /// <summary>SEC 1, section 4.1.6.</summary>
    public bool TryRecover(
        ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
    {
        var r = Number(signature[..32]);
        var s = Number(signature[32..64]);
        if (!InRange(r) || !InRange(s)) return false;
        var x = recoveryId >= 2 ? r.Add(Order) : r;
        if (x.CompareTo(FieldSize) >= 0 || Decompress(x, (recoveryId & 1) == 1) is not { } point) return false;

        var inverse = BigIntegers.ModOddInverse(Order, r);
        var u1 = Order.Subtract(Number(digest).Mod(Order)).Multiply(inverse).Mod(Order);
        var u2 = s.Multiply(inverse).Mod(Order);
        var key = ECAlgorithms.SumOfTwoMultiplies(Curve.G, u1, point, u2).Normalize();
        if (key.IsInfinity) return false;
        WriteKey(key, publicKey);
        return true;
    }

    private static bool InRange(BigInteger value) => value.SignValue > 0 && value.CompareTo(Order) < 0;

    private static ECPoint MultiplyBase(BigInteger factor) =>
        new FixedPointCombMultiplier().Multiply(Curve.G, factor).Normalize();

    private static ECPoint? Decompress(BigInteger x, bool odd)
    {
        var encoded = new byte[33];
        encoded[0] = odd ? (byte)3 : (byte)2;
        Write(x, encoded.AsSpan(1));
        try
        {
            return Curve.Curve.DecodePoint(encoded);
        }
        catch (ArgumentException)
        {
            // x is on no point of the curve: half of all numbers are not.
            return null;
        }
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(1, bytes.ToArray());

    private static void Write(BigInteger value, Span<byte> destination) =>
        BigIntegers.AsUnsignedByteArray(destination.Length, value).CopyTo(destination);

    private static void WriteKey(ECPoint point, Span<byte> publicKey) =>
        point.GetEncoded(compressed: false).AsSpan(1).CopyTo(publicKey);
}
