namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The node has the block and gives out no receipts of it: it does not keep them, or serves none of the calls.
/// </summary>
public sealed class ReceiptsNotServedException : JsonRpcException
{
    internal ReceiptsNotServedException(string reason, Exception? cause = null)
        : base($"the node serves no receipts: {reason}", mayHaveExecuted: false, cause)
    {
    }
}
