using System.Net;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// An HTTP status other than success without a JSON-RPC answer. Behind a proxy that says 5xx, the node may still
/// have carried out the request; with 4xx it was refused.
/// </summary>
public sealed class JsonRpcHttpException : JsonRpcException
{
    internal JsonRpcHttpException(string method, HttpStatusCode status)
        : base(
            $"{method}: the node answered with HTTP status {(int)status}.",
            mayHaveExecuted: (int)status is not (>= 400 and < 500))
    {
        StatusCode = status;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }
}
