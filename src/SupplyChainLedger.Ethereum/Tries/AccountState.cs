using System.Numerics;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>An account as the state trie has it (Yellow Paper, section 4.1).</summary>
/// <param name="Nonce">How many transactions it has sent, or contracts it has made.</param>
/// <param name="Balance">Its wei.</param>
/// <param name="StorageRoot">Root of the trie of its storage.</param>
/// <param name="CodeHash">Hash of its code.</param>
public sealed record AccountState(ulong Nonce, BigInteger Balance, Hash32 StorageRoot, Hash32 CodeHash)
{
    /// <summary>Reads an account out of the nodes that prove it.</summary>
    /// <param name="stateRoot">The state root of a header that is trusted.</param>
    /// <param name="account">Which one.</param>
    /// <param name="nodes">The nodes of the state trie from the root down to it.</param>
    /// <returns>The account; null where the nodes prove that there is none.</returns>
    /// <exception cref="InvalidProofException">The nodes prove nothing of the kind.</exception>
    public static AccountState? Read(
        Hash32 stateRoot, Address account, IReadOnlyList<ReadOnlyMemory<byte>> nodes)
    {
        Span<byte> key = stackalloc byte[Hash32.Size];
        Keccak256.Hash(account.ToBytes(), key);
        return TrieProof.Read(stateRoot, key, nodes) is { } value ? Decode(value) : null;
    }

    /// <summary>A word of the account's storage out of the nodes that prove it; zero where there is none.</summary>
    /// <param name="slot">Which one.</param>
    /// <param name="nodes">The nodes of the storage trie from the root down to it.</param>
    /// <exception cref="InvalidProofException">The nodes prove nothing of the kind.</exception>
    public Hash32 ReadStorage(Hash32 slot, IReadOnlyList<ReadOnlyMemory<byte>> nodes)
    {
        Span<byte> key = stackalloc byte[Hash32.Size];
        Keccak256.Hash(slot.ToBytes(), key);
        if (TrieProof.Read(StorageRoot, key, nodes) is not { } value) return Hash32.Zero;
        try
        {
            var reader = new RlpReader(value);
            var word = reader.ReadNumberAsHash();
            reader.EnsureEnd();
            return word;
        }
        catch (RlpException fault)
        {
            throw new InvalidProofException($"The word cannot be read: {fault.Message}", fault);
        }
    }

    private static AccountState Decode(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new RlpReader(value);
            var fields = reader.ReadList();
            reader.EnsureEnd();
            var account = new AccountState(
                fields.ReadUInt64(), fields.ReadNumber(), fields.ReadHash(), fields.ReadHash());
            fields.EnsureEnd();
            return account;
        }
        catch (RlpException fault)
        {
            throw new InvalidProofException($"The account cannot be read: {fault.Message}", fault);
        }
    }
}
