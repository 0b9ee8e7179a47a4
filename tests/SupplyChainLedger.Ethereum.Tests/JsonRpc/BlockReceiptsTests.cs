using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

public sealed class BlockReceiptsTests
{
    private static readonly Hash32 Block = Hash32.FromBytes([.. new byte[31], 7]);
    private static readonly Address Ours = Address.FromBytes([.. new byte[19], 1]);
    private static readonly Address Foreign = Address.FromBytes([.. new byte[19], 2]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-32601, "Method not found")]
    [InlineData(-32004, "the method is not served")]
    [InlineData(-32000, "The method eth_getBlockReceipts does not exist/is not available")]
    public async Task A_node_that_knows_no_receipts_of_blocks_is_asked_for_those_of_each_transaction(
        int code, string words)
    {
        var asked = new List<string>();
        await using var whole = ScriptedNode.Saying(Batched(static call => call switch
        {
            "eth_getBlockReceipts" => Ok(new JsonArray(Receipt(0), Receipt(1))),
            _ => throw new InvalidOperationException(call),
        }));
        await using var poor = ScriptedNode.Saying(Batched(call =>
        {
            lock (asked) asked.Add(call);
            return call switch
            {
                "eth_getBlockReceipts" => new JsonObject
                {
                    ["error"] = new JsonObject { ["code"] = code, ["message"] = words },
                },
                "eth_getBlockByHash" => Ok(new JsonObject { ["transactions"] = new JsonArray(Id(0), Id(1)) }),
                _ => Ok(Receipt(int.Parse(call[^1..]))),
            };
        }));
        using var rich = whole.Connect();
        using var bare = poor.Connect();
        var chain = new ChainClient(bare);

        var expected = await Ask(new ChainClient(rich));
        var found = await Ask(chain);
        await Ask(chain);

        Assert.Equal(expected.Root, found.Root);
        Assert.Equal([1, 3], found.Logs.Select(static log => log.LogIndex));
        Assert.Single(asked, "eth_getBlockReceipts");
    }

    [Theory]
    [InlineData("""{"hash":"0x00"}""")]
    [InlineData("""{"transactions":["0x0000000000000000000000000000000000000000000000000000000000000009"]}""")]
    public async Task A_node_without_receipts_says_so(string block)
    {
        await using var node = ScriptedNode.Saying(Batched(call => call switch
        {
            "eth_getBlockByHash" => Ok(JsonNode.Parse(block)),
            "eth_getBlockReceipts" => new JsonObject { ["error"] = new JsonObject { ["code"] = -32601 } },
            _ => Ok(null),
        }));
        using var rpc = node.Connect();

        await Assert.ThrowsAsync<ReceiptsNotServedException>(() => Ask(new ChainClient(rpc)));
    }

    [Fact]
    public async Task A_log_that_is_left_out_or_altered_in_any_field_changes_the_root()
    {
        var roots = new HashSet<Hash32> { await RootOfAsync(static _ => { }) };
        Action<JsonObject>[] lies =
        [
            static receipt => receipt["logs"]!.AsArray().RemoveAt(0),
            static receipt => receipt["logs"]![0]!["data"] = "0x01",
            static receipt => receipt["logs"]![0]!["address"] = $"{Ours}",
            static receipt => receipt["logs"]![0]!["topics"] = new JsonArray(),
            static receipt => receipt["status"] = "0x0",
            static receipt => receipt["type"] = "0x1",
            static receipt => receipt["cumulativeGasUsed"] = "0x3",
            static receipt => receipt["logsBloom"] = $"0x01{new string('0', 510)}",
        ];
        foreach (var lie in lies) Assert.True(roots.Add(await RootOfAsync(lie)));
    }

    [Fact]
    public async Task A_log_that_is_called_by_the_place_of_another_one_is_no_answer() =>
        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => RootOfAsync(static receipt =>
            receipt["logs"]![1]!["logIndex"] = "0x0"));

    private static async Task<Hash32> RootOfAsync(Action<JsonObject> lie)
    {
        await using var node = ScriptedNode.Saying(Batched(_ =>
        {
            var receipt = Receipt(0);
            lie(receipt);
            var place = 0;
            if (receipt["logs"]!.AsArray().Count == 1) receipt["logs"]![0]!["logIndex"] = $"0x{place}";
            return Ok(new JsonArray(receipt));
        }));
        using var rpc = node.Connect();
        return (await Ask(new ChainClient(rpc))).Root;
    }

    private static async Task<BlockReceipts> Ask(ChainClient chain) =>
        Assert.Single(await chain.GetReceiptsByBlockHashesAsync([Block], [Ours], Cancellation));

    /// <summary>Answers one call or a batch of them, each by the call's method and, for a receipt, its place.</summary>
    private static Func<JsonNode, string> Batched(Func<string, JsonObject> answer) => request =>
        ScriptedNode.Http(request is JsonArray calls
            ? new JsonArray([.. calls.Select(call => (JsonNode)Answered(call!, answer))]).ToJsonString()
            : Answered(request, answer).ToJsonString());

    private static JsonObject Answered(JsonNode call, Func<string, JsonObject> answer)
    {
        var method = (string)call["method"]!;
        var made = answer(method == "eth_getTransactionReceipt" ? $"{method} {call["params"]![0]}" : method);
        made["jsonrpc"] = "2.0";
        made["id"] = (long)call["id"]!;
        return made;
    }

    private static JsonObject Ok(JsonNode? result) => new() { ["result"] = result };

    private static string Id(int place) => $"0x{place.ToString().PadLeft(64, '0')}";

    /// <summary>A receipt with a log of a foreign contract and one of ours.</summary>
    private static JsonObject Receipt(int place) => new()
    {
        ["type"] = "0x2",
        ["status"] = "0x1",
        ["cumulativeGasUsed"] = $"0x{21000 * (place + 1):x}",
        ["logsBloom"] = $"0x{new string('0', 512)}",
        ["logs"] = new JsonArray(Log(place, 2 * place, Foreign), Log(place, 2 * place + 1, Ours)),
    };

    private static JsonObject Log(int transaction, int place, Address contract) => new()
    {
        ["address"] = contract.ToString(),
        ["topics"] = new JsonArray(Id(5)),
        ["data"] = "0x0102",
        ["blockNumber"] = "0x1",
        ["blockHash"] = Block.ToString(),
        ["transactionHash"] = Id(transaction),
        ["transactionIndex"] = $"0x{transaction}",
        ["logIndex"] = $"0x{place}",
    };
}
