namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Waits for blocks that take transactions.</summary>
public static class ReceiptPolling
{
    /// <summary>The receipt, as soon as there is one.</summary>
    /// <param name="chain">The node.</param>
    /// <param name="transaction">What it has been handed.</param>
    /// <param name="interval">How often to ask.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public static async Task<TransactionReceipt> ReceiptOfAsync(
        this IChainClient chain, Hash32 transaction, TimeSpan interval, CancellationToken cancellationToken)
    {
        using var poll = new PeriodicTimer(interval);
        while (true)
        {
            if (await chain.GetReceiptAsync(transaction, cancellationToken) is { } receipt) return receipt;
            await poll.WaitForNextTickAsync(cancellationToken);
        }
    }
}
