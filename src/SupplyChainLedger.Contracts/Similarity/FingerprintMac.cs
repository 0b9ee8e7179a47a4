using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// The bytes that a fingerprint is made over: a label, its kind, and its values in their order. Numbers have their full
/// width and texts their length before them, so that no two lists of values give the same bytes. One message after the
/// other, each sealed before the next begins.
/// </summary>
internal sealed class FingerprintMac
{
    private static readonly byte[] Label = Encoding.ASCII.GetBytes("SupplyChainLedger fingerprint 1");

    private readonly ArrayBufferWriter<byte> _bytes = new(128);
    private readonly IncrementalHash _mac;

    public FingerprintMac(byte[] key)
    {
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    }

    /// <param name="kind">What the message is made over; no two kinds give the same bytes.</param>
    public FingerprintMac Begin(byte kind)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(Label);
        _bytes.Write([kind]);
        return this;
    }

    public FingerprintMac Add(ParticipantId participant) => Add(participant.Value);

    public FingerprintMac Add(EpochDay day) => Add(day.Value);

    public FingerprintMac Add(uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), number);
        _bytes.Advance(sizeof(uint));
        return this;
    }

    public FingerprintMac Add(ulong number)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.GetSpan(sizeof(ulong)), number);
        _bytes.Advance(sizeof(ulong));
        return this;
    }

    public FingerprintMac Add(Hash32 hash)
    {
        hash.CopyTo(_bytes.GetSpan(Hash32.Size));
        _bytes.Advance(Hash32.Size);
        return this;
    }

    public FingerprintMac Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add((uint)length);
        Encoding.UTF8.GetBytes(text, _bytes);
        return this;
    }

    /// <summary>The keyed hash over what was added.</summary>
    public Hash32 Seal()
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _mac.AppendData(_bytes.WrittenSpan);
        _mac.GetHashAndReset(mac);
        return Hash32.FromBytes(mac);
    }
}
