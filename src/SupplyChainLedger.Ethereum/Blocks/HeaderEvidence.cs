using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Tries;

namespace SupplyChainLedger.Ethereum.Blocks;

/// <summary>
/// A block's header as evidence: what its RLP says, under the hash of the RLP, which is the block's hash. Fields that
/// forks have added at the end do not matter here, known or not.
/// </summary>
/// <param name="Hash">The block's hash; compare it with one that is trusted.</param>
/// <param name="ParentHash">The hash of the block below.</param>
/// <param name="StateRoot">Root of the state trie after the block.</param>
/// <param name="ReceiptsRoot">Root of the trie of its receipts.</param>
/// <param name="Number">Height.</param>
/// <param name="Timestamp">Seconds since 1970-01-01 UTC.</param>
public sealed record HeaderEvidence(
    Hash32 Hash, Hash32 ParentHash, Hash32 StateRoot, Hash32 ReceiptsRoot, ulong Number, ulong Timestamp)
{
    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidProofException">It is none.</exception>
    public static HeaderEvidence Decode(ReadOnlySpan<byte> rlp)
    {
        try
        {
            var reader = new RlpReader(rlp);
            var fields = reader.ReadList();
            reader.EnsureEnd();
            return Read(Keccak256.Hash(rlp), ref fields);
        }
        catch (RlpException fault)
        {
            throw new InvalidProofException($"The header cannot be read: {fault.Message}", fault);
        }
    }

    private static HeaderEvidence Read(Hash32 hash, ref RlpReader fields)
    {
        var parent = fields.ReadHash();
        fields.ReadHash(); // ommers
        fields.ReadAddress();
        var state = fields.ReadHash();
        fields.ReadHash(); // transactions
        var receipts = fields.ReadHash();
        fields.ReadBytes(); // Bloom filter
        fields.ReadNumber(); // difficulty
        var number = fields.ReadUInt64();
        fields.ReadUInt64(); // gas limit
        fields.ReadUInt64(); // gas used
        return new HeaderEvidence(hash, parent, state, receipts, number, fields.ReadUInt64());
    }
}
