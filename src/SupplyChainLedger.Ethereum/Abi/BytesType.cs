using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>bytes</c>.</summary>
internal sealed class BytesType() : AbiType<byte[]>("bytes", isDynamic: true, WordSize)
{
    internal override void Encode(byte[] value, ref AbiWriter writer, int position) =>
        value.CopyTo(ByteStringLayout.Reserve(ref writer, value.Length));

    internal override byte[] Decode(ref AbiReader reader, int position) =>
        ByteStringLayout.Read(ref reader, Name).ToArray();

    internal override void WriteTopic(byte[] value, Span<byte> topic) => Keccak256.Hash(value, topic);
}
