using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>Where a new contract will be, known before it is created.</summary>
public static class ContractAddress
{
    /// <summary>The contract that the sender's transaction with this nonce creates (Yellow Paper, section 7).</summary>
    public static Address FromCreate(Address sender, ulong nonce)
    {
        var rlp = new RlpWriter();
        var list = rlp.BeginList();
        rlp.Write(sender);
        rlp.Write(nonce);
        rlp.EndList(list);
        return LastBytesOf(Keccak256.Hash(rlp.ToArray()));
    }

    /// <summary>The contract that <paramref name="deployer"/> creates with <c>CREATE2</c> (EIP-1014).</summary>
    public static Address FromCreate2(Address deployer, Hash32 salt, ReadOnlySpan<byte> creationCode)
    {
        Span<byte> preimage = stackalloc byte[1 + Address.Size + 2 * Hash32.Size];
        preimage[0] = 0xff;
        deployer.CopyTo(preimage[1..]);
        salt.CopyTo(preimage[(1 + Address.Size)..]);
        Keccak256.Hash(creationCode, preimage[^Hash32.Size..]);
        return LastBytesOf(Keccak256.Hash(preimage));
    }

    private static Address LastBytesOf(Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        hash.CopyTo(bytes);
        return Address.FromBytes(bytes[^Address.Size..]);
    }
}
