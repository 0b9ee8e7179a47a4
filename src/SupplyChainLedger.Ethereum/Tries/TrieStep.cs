using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>Where a node leads on the way along a path.</summary>
internal readonly ref struct TrieStep
{
    private const int Children = 16;

    private TrieStep(ReadOnlySpan<byte> value) => Value = value;

    private TrieStep(ReadOnlySpan<byte> child, bool isHash, int nibbles)
    {
        Child = child;
        IsHash = isHash;
        Nibbles = nibbles;
    }

    /// <summary>The value at the end of the path; empty where there is none, or where it goes on.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>The next node, or its hash; empty where the path ends.</summary>
    public ReadOnlySpan<byte> Child { get; }

    /// <summary>Whether it is the hash.</summary>
    public bool IsHash { get; }

    /// <summary>How much of the path is behind the next node.</summary>
    public int Nibbles { get; }

    /// <summary>Reads a node by what it is: 17 items are a branch, two an extension or a leaf.</summary>
    /// <exception cref="InvalidProofException">It is none of them.</exception>
    /// <exception cref="RlpException">It is no RLP.</exception>
    public static TrieStep From(ReadOnlySpan<byte> node, ReadOnlySpan<byte> path)
    {
        var reader = new RlpReader(node);
        var items = reader.ReadList();
        reader.EnsureEnd();
        return Count(items) switch
        {
            Children + 1 => OfBranch(items, path),
            2 => OfShort(items, path),
            var count => throw new InvalidProofException($"A node has {count} items."),
        };
    }

    private static int Count(RlpReader items)
    {
        var count = 0;
        for (; !items.IsAtEnd; count++) items.ReadWhole(out _, out _);
        return count;
    }

    private static TrieStep OfBranch(RlpReader items, ReadOnlySpan<byte> path)
    {
        var chosen = path.IsEmpty ? Children : path[0];
        for (var i = 0; i < chosen; i++) items.ReadWhole(out _, out _);
        return path.IsEmpty ? new TrieStep(items.ReadBytes()) : ToChild(items, 1);
    }

    private static TrieStep OfShort(RlpReader items, ReadOnlySpan<byte> path)
    {
        var own = Tries.Nibbles.Unpack(items.ReadBytes(), out var isLeaf);
        if (isLeaf)
        {
            var value = items.ReadBytes();
            if (value.IsEmpty) throw new InvalidProofException("A leaf holds nothing.");
            return path.SequenceEqual(own) ? new TrieStep(value) : default;
        }

        if (own.Length == 0) throw new InvalidProofException("An extension has no path.");
        var step = ToChild(items, own.Length);
        if (step.Child.IsEmpty) throw new InvalidProofException("An extension leads nowhere.");
        return path.StartsWith(own) ? step : default;
    }

    private static TrieStep ToChild(RlpReader items, int nibbles)
    {
        var whole = items.ReadWhole(out var content, out var isList);
        if (isList)
            return whole.Length < Hash32.Size
                ? new TrieStep(whole, isHash: false, nibbles)
                : throw new InvalidProofException("A node of 32 bytes or more stands within another one.");
        return content.Length switch
        {
            0 => default,
            Hash32.Size => new TrieStep(content, isHash: true, nibbles),
            var length => throw new InvalidProofException($"The hash of a node has {length} bytes."),
        };
    }
}
