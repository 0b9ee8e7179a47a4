namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The request was sent and no whole answer came in time; the node may have carried it out.</summary>
public sealed class JsonRpcTimeoutException : JsonRpcException
{
    internal JsonRpcTimeoutException(string method, TimeSpan timeout, Exception cause)
        : base($"{method}: no answer within {timeout.TotalSeconds:0.###} s.", mayHaveExecuted: true, cause)
    {
    }
}
