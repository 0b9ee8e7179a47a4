using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>
/// The root of a Merkle-Patricia trie (Yellow Paper, appendix D), computed without keeping nodes: of each one its hash
/// is needed, and nothing more once the node above it is written.
/// </summary>
public sealed class TrieRoot
{
    private const int Children = 16;

    /// <summary>More than the nodes above a value take: each has at most sixteen hashes, and most are gone again.
    /// </summary>
    private const int MostAboveValue = 4096;

    private readonly RlpWriter _nodes = new();
    private byte[][] _paths = [];
    private ReadOnlyMemory<byte>[] _values = [];

    /// <summary>The root of a trie with nothing in it: the hash of the RLP of no bytes.</summary>
    public static Hash32 Empty { get; } =
        Hash32.Parse("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

    /// <summary>The root of a list, each value under the RLP of its place, as blocks have it of their receipts.
    /// </summary>
    /// <param name="values">The values, none of which is empty.</param>
    public Hash32 OfList(IReadOnlyList<ReadOnlyMemory<byte>> values)
    {
        var paths = new byte[values.Count][];
        var ordered = new ReadOnlyMemory<byte>[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var place = PlaceOf(i, values.Count);
            paths[place] = Nibbles.Of(KeyOf(i));
            ordered[place] = values[i];
        }

        return Of(paths, ordered);
    }

    /// <summary>The root of a trie with these keys and values, none of which is empty.</summary>
    /// <exception cref="ArgumentException">A value is empty.</exception>
    public Hash32 Of(IReadOnlyDictionary<byte[], byte[]> entries)
    {
        var sorted = entries.Select(static entry => (Path: Nibbles.Of(entry.Key), entry.Value))
            .OrderBy(static entry => Convert.ToHexString(entry.Path), StringComparer.Ordinal)
            .ToList();
        return Of(
            [.. sorted.Select(static entry => entry.Path)],
            [.. sorted.Select(static entry => (ReadOnlyMemory<byte>)entry.Value)]);
    }

    /// <summary>The key of a place in a list: its RLP.</summary>
    internal static byte[] KeyOf(int place)
    {
        var writer = new RlpWriter();
        writer.Write((ulong)place);
        return writer.ToArray();
    }

    /// <summary>Where a place stands when the keys are sorted: RLP writes 0 as 0x80, behind 1 to 127.</summary>
    private static int PlaceOf(int index, int count)
    {
        const int LastShort = 0x7f;
        if (index > LastShort) return index;
        return index == 0 ? Math.Min(LastShort, count - 1) : index - 1;
    }

    private Hash32 Of(byte[][] paths, ReadOnlyMemory<byte>[] values)
    {
        if (values.Length == 0) return Empty;
        if (values.Any(static value => value.IsEmpty))
            throw new ArgumentException("A trie holds no empty values.", nameof(values));
        (_paths, _values) = (paths, values);
        _nodes.Truncate(0);
        _nodes.Expect(values.Max(static value => value.Length) + MostAboveValue);
        WriteNode(0, paths.Length, 0);
        return Keccak256.Hash(_nodes.From(0).Span);
    }

    /// <summary>Writes the node above these entries, whose paths are the same up to a depth.</summary>
    private void WriteNode(int first, int end, int depth)
    {
        var node = _nodes.BeginList();
        var path = _paths[first].AsSpan(depth);
        if (end - first == 1)
        {
            _nodes.Write(Nibbles.Pack(path, isLeaf: true));
            _nodes.Write(_values[first].Span);
        }
        else if (Nibbles.Common(path, _paths[end - 1].AsSpan(depth)) is > 0 and var common)
        {
            _nodes.Write(Nibbles.Pack(path[..common], isLeaf: false));
            WriteReference(first, end, depth + common);
        }
        else
        {
            WriteBranch(first, end, depth);
        }

        _nodes.EndList(node);
    }

    private void WriteBranch(int first, int end, int depth)
    {
        var endsHere = _paths[first].Length == depth;
        var from = endsHere ? first + 1 : first;
        for (var nibble = 0; nibble < Children; nibble++)
        {
            var to = from;
            while (to < end && _paths[to][depth] == nibble) to++;
            if (to == from) _nodes.Write([]);
            else WriteReference(from, to, depth + 1);
            from = to;
        }

        _nodes.Write(endsHere ? _values[first].Span : []);
    }

    /// <summary>A node within another one: itself where it is shorter than a hash, else its hash.</summary>
    private void WriteReference(int first, int end, int depth)
    {
        var begin = _nodes.Length;
        WriteNode(first, end, depth);
        if (_nodes.Length - begin < Hash32.Size) return;
        var hash = Keccak256.Hash(_nodes.From(begin).Span);
        _nodes.Truncate(begin);
        _nodes.Write(hash);
    }
}
