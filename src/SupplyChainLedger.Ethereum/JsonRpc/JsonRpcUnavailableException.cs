namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The node was never reached: no such host, connection refused, TLS failed.</summary>
public sealed class JsonRpcUnavailableException : JsonRpcException
{
    internal JsonRpcUnavailableException(string method, string reason, Exception cause)
        : base($"{method}: the node cannot be reached: {reason}", mayHaveExecuted: false, cause)
    {
    }
}
