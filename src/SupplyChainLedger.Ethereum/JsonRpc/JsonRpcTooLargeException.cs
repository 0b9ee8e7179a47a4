namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The answer is larger than what is read; less at once may do.</summary>
public sealed class JsonRpcTooLargeException : JsonRpcException
{
    internal JsonRpcTooLargeException(string method, int maxBytes)
        : base($"{method}: the node's answer is larger than {maxBytes} bytes.", mayHaveExecuted: true)
    {
    }
}
