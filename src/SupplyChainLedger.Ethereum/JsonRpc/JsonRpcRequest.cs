using System.Text.Json.Nodes;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>One call: a method and its parameters by position.</summary>
public sealed class JsonRpcRequest
{
    /// <summary>Names the method and gives its parameters, for instance <c>new("eth_getCode", "0x…", "latest")</c>.
    /// </summary>
    public JsonRpcRequest(string method, params JsonNode?[] parameters)
    {
        Method = method;
        Parameters = new JsonArray(parameters);
    }

    /// <summary>The method's name.</summary>
    public string Method { get; }

    internal JsonArray Parameters { get; }
}
