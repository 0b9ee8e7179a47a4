using System.Text.Json.Nodes;
using SupplyChainLedger.EndToEnd.Stage.Chains;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Lies of a node, each of which must leave no trace in the index.</summary>
internal static class LyingNode
{
    private const string Nowhere = "0x00000000000000000000000000000000000000aa";

    /// <summary>Each new block is said to build on another parent.</summary>
    public static NodeFault OfParents() => NodeFault.Rewrite(static (call, answer) =>
    {
        if (Result(call, answer, "eth_getBlockByNumber") is JsonObject block)
            block["parentHash"] = "0x" + new string('7', 64);
    });

    /// <summary>Logs are said to be of another contract, or of another block.</summary>
    public static NodeFault OfLogs() => NodeFault.Rewrite(static (call, answer) =>
    {
        if (Result(call, answer, "eth_getLogs") is not JsonArray logs) return;
        foreach (var log in logs)
        {
            if ((int)log!["logIndex"]!.GetValue<string>().Length % 2 == 0) log["address"] = Nowhere;
            else log["blockHash"] = "0x" + new string('5', 64);
        }
    });

    /// <summary>A balancer that sends every other request to a node which lags far behind.</summary>
    public static NodeFault OfTheHead()
    {
        var turn = 0;
        return NodeFault.Rewrite((call, answer) =>
        {
            if ((string?)call["method"] != "eth_getBlockByNumber" || Interlocked.Increment(ref turn) % 2 == 0) return;
            if ((string?)call["params"]![0] != "latest" || answer["result"] is not JsonObject block) return;
            block["number"] = "0x1";
        });
    }

    /// <summary>Every question about logs is too much for it.</summary>
    public static NodeFault TooManyResults()
    {
        var turn = 0;
        return NodeFault.Rewrite((call, answer) =>
        {
            if ((string?)call["method"] != "eth_getLogs" || Interlocked.Increment(ref turn) % 3 == 0) return;
            answer.Remove("result");
            answer["error"] = new JsonObject
            {
                ["code"] = -32005,
                ["message"] = "query returned more than 10000 results",
            };
        });
    }

    private static JsonNode? Result(JsonObject call, JsonObject answer, string method) =>
        (string?)call["method"] == method ? answer["result"] : null;
}
