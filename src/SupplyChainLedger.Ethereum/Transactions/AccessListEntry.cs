using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>A contract and slots of its storage that a transaction announces to touch (EIP-2930).</summary>
/// <param name="Address">The contract.</param>
/// <param name="StorageKeys">The slots.</param>
public sealed record AccessListEntry(Address Address, IReadOnlyList<Hash32> StorageKeys)
{
    internal static void WriteList(RlpWriter rlp, IReadOnlyList<AccessListEntry> entries)
    {
        var list = rlp.BeginList();
        foreach (var entry in entries)
        {
            var pair = rlp.BeginList();
            rlp.Write(entry.Address);
            var keys = rlp.BeginList();
            foreach (var key in entry.StorageKeys) rlp.Write(key);
            rlp.EndList(keys);
            rlp.EndList(pair);
        }

        rlp.EndList(list);
    }

    internal static List<AccessListEntry> ReadList(ref RlpReader rlp)
    {
        var entries = new List<AccessListEntry>();
        var list = rlp.ReadList();
        while (!list.IsAtEnd)
        {
            var pair = list.ReadList();
            var address = pair.ReadAddress();
            var keys = new List<Hash32>();
            var keyList = pair.ReadList();
            while (!keyList.IsAtEnd) keys.Add(keyList.ReadHash());
            pair.EnsureEnd();
            entries.Add(new AccessListEntry(address, keys));
        }

        return entries;
    }
}
