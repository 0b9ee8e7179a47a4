using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>Waits for the devnet's blocks, of which each transaction gets one at once.</summary>
internal static class MinedTransactions
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>The receipt, as soon as there is one.</summary>
    public static Task<TransactionReceipt> ReceiptOfAsync(
        this IChainClient chain, Hash32 transaction, CancellationToken cancellation) =>
        chain.ReceiptOfAsync(transaction, PollInterval, cancellation);
}
