using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>What waits for a block, one transaction for each nonce of an account.</summary>
internal sealed class TransactionPool
{
    private const int LeastRaise = 10;

    private readonly SortedDictionary<(Address Sender, ulong Nonce), SignedTransaction> _waiting = new(
        Comparer<(Address Sender, ulong Nonce)>.Create(static (one, other) =>
            one.Sender == other.Sender
                ? one.Nonce.CompareTo(other.Nonce)
                : string.CompareOrdinal(one.Sender.ToString(), other.Sender.ToString())));

    /// <summary>The most that a transaction pays for a unit of gas.</summary>
    public static BigInteger MaxFee(SignedTransaction transaction) => transaction.Transaction switch
    {
        Eip1559Transaction dynamic => dynamic.MaxFeePerGas,
        LegacyTransaction legacy => legacy.GasPrice,
        _ => 0,
    };

    public IReadOnlyCollection<SignedTransaction> Waiting => _waiting.Values;

    public SignedTransaction? Find(Hash32 hash) => _waiting.Values.FirstOrDefault(one => one.Hash == hash);

    /// <summary>How many of an account wait without a gap behind what is counted.</summary>
    public ulong CountFrom(Address sender, ulong count)
    {
        while (_waiting.ContainsKey((sender, count))) count++;
        return count;
    }

    /// <summary>Takes a transaction in; why not, where another one stands in its place and pays too much.</summary>
    public TransactionRejection? Add(SignedTransaction transaction)
    {
        var place = (transaction.Sender, transaction.Transaction.Nonce);
        if (_waiting.TryGetValue(place, out var other)
            && MaxFee(transaction) * 100 < MaxFee(other) * (100 + LeastRaise))
            return TransactionRejection.ReplacementUnderpriced;
        _waiting[place] = transaction;
        return null;
    }

    /// <summary>Puts back what a block has given up, unless something else has its place.</summary>
    public void Return(SignedTransaction transaction) =>
        _waiting.TryAdd((transaction.Sender, transaction.Transaction.Nonce), transaction);

    public void Remove(SignedTransaction transaction) =>
        _waiting.Remove((transaction.Sender, transaction.Transaction.Nonce));

    /// <summary>Forgets everything, as a node does that starts again.</summary>
    public void Clear() => _waiting.Clear();

    /// <summary>Forgets what can never go any more.</summary>
    public void Prune(LedgerState state)
    {
        foreach (var spent in _waiting.Keys.Where(one => one.Nonce < state.CountOf(one.Sender)).ToList())
            _waiting.Remove(spent);
    }
}
