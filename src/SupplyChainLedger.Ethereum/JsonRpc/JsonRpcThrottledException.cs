namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The node, or what stands before it, takes no more requests for now (HTTP 429).</summary>
public sealed class JsonRpcThrottledException : JsonRpcException
{
    internal JsonRpcThrottledException(string method, TimeSpan? retryAfter)
        : base($"{method}: the node answers too many requests (HTTP 429).", mayHaveExecuted: false)
    {
        RetryAfter = retryAfter;
    }

    /// <summary>How long to wait, where the answer said so in seconds.</summary>
    public TimeSpan? RetryAfter { get; }
}
