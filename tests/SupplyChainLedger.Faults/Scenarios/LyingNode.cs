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
    public static NodeFault OfLogs()
    {
        var turn = 0;
        return NodeFault.Rewrite((call, answer) =>
        {
            if (Result(call, answer, "eth_getLogs") is not JsonArray { Count: > 0 } logs) return;
            if (Interlocked.Increment(ref turn) % 2 == 0) logs[0]!["address"] = Nowhere;
            else logs[0]!["blockHash"] = "0x" + new string('5', 64);
        });
    }

    /// <summary>A balancer that sends every other request to a node which stands still.</summary>
    public static NodeFault OfTheHead()
    {
        var turn = 0;
        JsonNode? stale = null;
        return NodeFault.Rewrite((call, answer) =>
        {
            if (!IsHead(call) || Interlocked.Increment(ref turn) % 2 == 0) return;
            stale ??= answer["result"]!.DeepClone();
            answer["result"] = stale.DeepClone();
        });
    }

    /// <summary>The newest block is said to be far below, under a hash that no block there has.</summary>
    public static NodeFault OfTheHeight() => NodeFault.Rewrite(static (call, answer) =>
    {
        if (IsHead(call) && answer["result"] is JsonObject block) block["number"] = "0x1";
    });

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

    private static bool IsHead(JsonObject call) =>
        (string?)call["method"] == "eth_getBlockByNumber" && (string?)call["params"]![0] == "latest";

    private static JsonNode? Result(JsonObject call, JsonObject answer, string method) =>
        (string?)call["method"] == method ? answer["result"] : null;
}
