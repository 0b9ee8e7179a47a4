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
        return OfReceipts(receipts =>
        {
            if (FirstLog(receipts) is not { } log) return;
            if (Interlocked.Increment(ref turn) % 2 == 0) log["address"] = Nowhere;
            else log["blockHash"] = "0x" + new string('5', 64);
        });
    }

    /// <summary>The last log of a block is left out.</summary>
    public static NodeFault WithoutLastLog() => OfReceipts(static receipts =>
    {
        var logs = receipts.LastOrDefault(static one => one!["logs"]!.AsArray().Count > 0)?["logs"]!.AsArray();
        logs?.RemoveAt(logs.Count - 1);
    });

    /// <summary>A block's last receipt is left out, with all its logs.</summary>
    public static NodeFault WithoutReceipt() => OfReceipts(static receipts =>
    {
        if (receipts.Count > 0) receipts.RemoveAt(receipts.Count - 1);
    });

    /// <summary>One digit of a log's data is another.</summary>
    public static NodeFault OfData() => OfReceipts(static receipts =>
    {
        if (FirstLog(receipts) is { } log) log["data"] = Altered((string)log["data"]!);
    });

    /// <summary>One digit of a log's topic is another.</summary>
    public static NodeFault OfTopics() => OfReceipts(static receipts =>
    {
        if (FirstLog(receipts) is { } log) log["topics"]![1] = Altered((string)log["topics"]![1]!);
    });

    /// <summary>A field of each new header is another one.</summary>
    /// <param name="field">Which.</param>
    public static NodeFault OfHeaders(string field) => NodeFault.Rewrite((call, answer) =>
    {
        if (Result(call, answer, "eth_getBlockByNumber") is JsonObject block)
            block[field] = Altered((string)block[field]!);
    });

    /// <summary>Headers say that no contract has logged anything.</summary>
    public static NodeFault OfBlooms() => NodeFault.Rewrite(static (call, answer) =>
    {
        if (Result(call, answer, "eth_getBlockByNumber") is JsonObject block)
            block["logsBloom"] = "0x" + new string('0', 512);
    });

    /// <summary>It knows no receipts of whole blocks, and leaves a log out of each that it is asked for.</summary>
    public static NodeFault PoorWithoutLogs() => NodeFault.Rewrite(static (call, answer) =>
    {
        if (Result(call, answer, "eth_getTransactionReceipt") is JsonObject receipt
            && receipt["logs"] is JsonArray { Count: > 0 } logs)
            logs.RemoveAt(logs.Count - 1);
        if ((string?)call["method"] != "eth_getBlockReceipts") return;
        answer.Remove("result");
        answer["error"] = new JsonObject { ["code"] = -32601, ["message"] = "Method not found" };
    });

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

    /// <summary>Two of three questions about logs are too much for it.</summary>
    public static NodeFault TooManyResults()
    {
        var turn = 0;
        return NodeFault.Rewrite((call, answer) =>
        {
            if ((string?)call["method"] is not ("eth_getLogs" or "eth_getBlockReceipts")) return;
            if (Interlocked.Increment(ref turn) % 3 == 0) return;
            answer.Remove("result");
            answer["error"] = new JsonObject
            {
                ["code"] = -32005,
                ["message"] = "query returned more than 10000 results",
            };
        });
    }

    private static NodeFault OfReceipts(Action<JsonArray> rewrite) => NodeFault.Rewrite((call, answer) =>
    {
        if (Result(call, answer, "eth_getBlockReceipts") is JsonArray receipts) rewrite(receipts);
    });

    private static JsonNode? FirstLog(JsonArray receipts) =>
        receipts.SelectMany(static one => one!["logs"]!.AsArray()).FirstOrDefault();

    private static string Altered(string digits) => $"{digits[..^1]}{(digits[^1] == '1' ? '2' : '1')}";

    private static bool IsHead(JsonObject call) =>
        (string?)call["method"] == "eth_getBlockByNumber" && (string?)call["params"]![0] == "latest";

    private static JsonNode? Result(JsonObject call, JsonObject answer, string method) =>
        (string?)call["method"] == method ? answer["result"] : null;
}
