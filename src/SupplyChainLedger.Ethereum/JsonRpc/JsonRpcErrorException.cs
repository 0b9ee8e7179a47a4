namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The node answered with an error (JSON-RPC 2.0, section 5.1); it did not do what was asked.</summary>
public class JsonRpcErrorException : JsonRpcException
{
    internal JsonRpcErrorException(string method, JsonRpcError error)
        : base($"{method}: {error.Message} (code {error.Code}).", mayHaveExecuted: false)
    {
        Method = method;
        Error = error;
    }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>The node's own words.</summary>
    public JsonRpcError Error { get; }

    internal static JsonRpcErrorException Of(string method, JsonRpcError error) =>
        error.IsRevert ? new ExecutionRevertedException(method, error) : new JsonRpcErrorException(method, error);
}
