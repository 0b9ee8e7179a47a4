using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// The bytes that a fingerprint is made over: a label, its kind, and its values in their order. Numbers have their full
/// width and texts their length before them, so that no two lists of values give the same bytes.
/// </summary>
internal sealed class FingerprintMessage
{
    private static readonly byte[] Label = Encoding.ASCII.GetBytes("SupplyChainLedger fingerprint 1");

    private readonly ArrayBufferWriter<byte> _bytes = new(128);

    /// <param name="kind">What it is made over; no two kinds give the same bytes.</param>
    public FingerprintMessage(byte kind)
    {
        _bytes.Write(Label);
        _bytes.Write([kind]);
    }

    public FingerprintMessage Add(ParticipantId participant) => Add(participant.Value);

    public FingerprintMessage Add(EpochDay day) => Add(day.Value);

    public FingerprintMessage Add(uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), number);
        _bytes.Advance(sizeof(uint));
        return this;
    }

    public FingerprintMessage Add(ulong number)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.GetSpan(sizeof(ulong)), number);
        _bytes.Advance(sizeof(ulong));
        return this;
    }

    public FingerprintMessage Add(Hash32 hash)
    {
        hash.CopyTo(_bytes.GetSpan(Hash32.Size));
        _bytes.Advance(Hash32.Size);
        return this;
    }

    public FingerprintMessage Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add((uint)length);
        Encoding.UTF8.GetBytes(text, _bytes);
        return this;
    }

    /// <summary>The keyed hash over what was added.</summary>
    public Hash32 Seal(FingerprintKey key) => key.Mac(_bytes.WrittenSpan);
}
