namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>bool</c>: the word 0 or 1.</summary>
internal sealed class BoolType() : WordType<bool>("bool")
{
    public override void WriteWord(bool value, Span<byte> word)
    {
        word.Clear();
        word[^1] = value ? (byte)1 : (byte)0;
    }

    public override bool ReadWord(ReadOnlySpan<byte> word)
    {
        if (word[..^1].ContainsAnyExcept((byte)0) || word[^1] > 1) throw DirtyPadding();
        return word[^1] == 1;
    }
}
