using System.Buffers.Binary;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// The bytes that a fingerprint is made over: a label, the combination, and its values in their order. Numbers have
/// their full width and texts their length before them, so that no two lists of values give the same bytes.
/// </summary>
internal sealed class FingerprintMessage
{
    private static readonly byte[] Label = Encoding.ASCII.GetBytes("SupplyChainLedger fingerprint 1");

    private readonly Combination _combination;
    private readonly MemoryStream _bytes = new(128);

    public FingerprintMessage(Combination combination)
    {
        _combination = combination;
        _bytes.Write(Label);
        _bytes.WriteByte((byte)combination);
    }

    public FingerprintMessage Add(ParticipantId participant) => Add(participant.Value);

    public FingerprintMessage Add(EpochDay day) => Add(day.Value);

    public FingerprintMessage Add(uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        _bytes.Write(bytes);
        return this;
    }

    public FingerprintMessage Add(ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        _bytes.Write(bytes);
        return this;
    }

    public FingerprintMessage Add(Hash32 hash)
    {
        _bytes.Write(hash.ToBytes());
        return this;
    }

    public FingerprintMessage Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add((uint)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>The fingerprint over what was added.</summary>
    public Fingerprint Seal(FingerprintKey key) =>
        new(_combination, key.Mac(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)));
}
