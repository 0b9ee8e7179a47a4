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
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Keccak256.Hash(rlp.ToArray(), hash);
        return Address.FromBytes(hash[^Address.Size..]);
    }
}
