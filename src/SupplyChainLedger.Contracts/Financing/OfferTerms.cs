using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Sealing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Contracts.Financing;

/// <summary>What a financier offers for a part.</summary>
/// <param name="Advance">Minor units that it pays out.</param>
/// <param name="Discount">Price of the money in millionths of the amount a year: 48,500 is 4.85 %.</param>
/// <remarks>
/// Sealed, the terms are a <see cref="SealedBox"/> for the key that the request names, about that request's holding,
/// of the advance (8 bytes) and the discount (4 bytes), both big-endian: always 61 bytes, so that the length tells
/// nothing.
/// </remarks>
public readonly record struct OfferTerms(ulong Advance, uint Discount)
{
    private const int PlainSize = sizeof(ulong) + sizeof(uint);

    /// <summary>Encrypts the terms so that only the one who asks for financing can read them.</summary>
    /// <param name="offerKey">The request's key, 33 bytes.</param>
    /// <param name="holding">The part that is asked about; terms copied to another part do not open.</param>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public byte[] Seal(ReadOnlySpan<byte> offerKey, HoldingId holding)
    {
        Span<byte> plain = stackalloc byte[PlainSize];
        BinaryPrimitives.WriteUInt64BigEndian(plain, Advance);
        BinaryPrimitives.WriteUInt32BigEndian(plain[sizeof(ulong)..], Discount);
        return SealedBox.Seal(offerKey, plain, holding.Value.ToBytes());
    }

    /// <summary>Reads sealed terms; false when they are not for this key and holding.</summary>
    /// <param name="key">The key whose public half the request names.</param>
    /// <param name="sealedTerms">The offer's sealed terms.</param>
    /// <param name="holding">The part that the offer is for.</param>
    /// <param name="terms">What is offered.</param>
    public static bool TryOpen(
        PrivateKey key, ReadOnlySpan<byte> sealedTerms, HoldingId holding, [NotNullWhen(true)] out OfferTerms? terms)
    {
        terms = null;
        if (!SealedBox.TryOpen(key, sealedTerms, holding.Value.ToBytes(), out var plain)) return false;
        if (plain.Length != PlainSize) return false;
        terms = new OfferTerms(
            BinaryPrimitives.ReadUInt64BigEndian(plain),
            BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(sizeof(ulong))));
        return true;
    }
}
