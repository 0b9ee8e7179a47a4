namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// An answer that is none: cut off, too large, not JSON, another request's, or without what was asked for.
/// The node may have carried out the request.
/// </summary>
public sealed class JsonRpcInvalidResponseException : JsonRpcException
{
    internal JsonRpcInvalidResponseException(string method, string fault, Exception? cause = null)
        : base($"{method}: the node's answer is invalid: {fault}", mayHaveExecuted: true, cause)
    {
    }
}
