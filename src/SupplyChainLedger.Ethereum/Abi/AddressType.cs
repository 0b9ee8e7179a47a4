namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>address</c>: 20 bytes, padded on the left.</summary>
internal sealed class AddressType() : WordType<Address>("address")
{
    public override void WriteWord(Address value, Span<byte> word)
    {
        word[..^Address.Size].Clear();
        value.CopyTo(word[^Address.Size..]);
    }

    public override Address ReadWord(ReadOnlySpan<byte> word)
    {
        if (word[..^Address.Size].ContainsAnyExcept((byte)0)) throw DirtyPadding();
        return Address.FromBytes(word[^Address.Size..]);
    }
}
