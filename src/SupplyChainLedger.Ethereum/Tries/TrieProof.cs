using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>
/// Reads what is under a key of a Merkle-Patricia trie out of the nodes on its way, from the root down, as
/// <c>eth_getProof</c> gives them (EIP-1186). Nothing is believed that does not hash to what the node above it says.
/// </summary>
public static class TrieProof
{
    /// <summary>The value under the key; null where the nodes prove that there is none.</summary>
    /// <param name="root">Hash of the root, from a source that is trusted.</param>
    /// <param name="key">The key as the trie has it; tries of accounts and storage have hashes of keys.</param>
    /// <param name="nodes">
    /// All nodes on the way, and no others. Those that stand within the node above them may be left out.
    /// </param>
    /// <exception cref="InvalidProofException">The nodes prove nothing of the kind.</exception>
    public static byte[]? Read(Hash32 root, ReadOnlySpan<byte> key, IReadOnlyList<ReadOnlyMemory<byte>> nodes)
    {
        if (root == TrieRoot.Empty) return ReadEmpty(nodes);
        var path = Nibbles.Of(key).AsSpan();
        var used = 0;
        var node = Take(root, nodes, ref used);
        while (true)
        {
            var step = StepFrom(node, path, used);
            if (step.Child.IsEmpty)
            {
                if (used != nodes.Count)
                    throw new InvalidProofException($"{nodes.Count - used} nodes are beyond the end of the path.");
                return step.Value.IsEmpty ? null : step.Value.ToArray();
            }

            path = path[step.Nibbles..];
            if (step.IsHash)
            {
                node = Take(Hash32.FromBytes(step.Child), nodes, ref used);
            }
            else
            {
                node = step.Child;
                if (used < nodes.Count && node.SequenceEqual(nodes[used].Span)) used++;
            }
        }
    }

    /// <summary>Some nodes prove an empty trie by no node, others by the RLP of no bytes.</summary>
    private static byte[]? ReadEmpty(IReadOnlyList<ReadOnlyMemory<byte>> nodes) =>
        nodes.Count == 0 || (nodes.Count == 1 && nodes[0].Span.SequenceEqual((ReadOnlySpan<byte>)[0x80]))
            ? null
            : throw new InvalidProofException("The trie is empty, and yet has nodes.");

    private static ReadOnlySpan<byte> Take(Hash32 hash, IReadOnlyList<ReadOnlyMemory<byte>> nodes, ref int used)
    {
        if (used == nodes.Count) throw new InvalidProofException($"The node {hash} is missing.");
        var node = nodes[used].Span;
        if (Keccak256.Hash(node) != hash) throw new InvalidProofException($"Node {used} is not the node {hash}.");
        used++;
        return node;
    }

    private static TrieStep StepFrom(ReadOnlySpan<byte> node, ReadOnlySpan<byte> path, int used)
    {
        try
        {
            return TrieStep.From(node, path);
        }
        catch (RlpException fault)
        {
            throw new InvalidProofException($"Node {used - 1} cannot be read: {fault.Message}", fault);
        }
    }
}
