namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>bytes32</c>, the one fixed byte string that fills its word.</summary>
internal sealed class Bytes32Type() : WordType<Hash32>("bytes32")
{
    public override void WriteWord(Hash32 value, Span<byte> word) => value.CopyTo(word);

    public override Hash32 ReadWord(ReadOnlySpan<byte> word) => Hash32.FromBytes(word);
}
