using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>The state of one very block (EIP-1898), from nodes that know of that and from others.</summary>
public sealed class BlockByHashTests
{
    private static readonly Hash32 Hash = Keccak256.Hash("block"u8);
    private static readonly BlockTag Block = BlockTag.Of(7, Hash);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_block_that_is_named_by_its_hash_is_asked_for_by_its_hash()
    {
        await using var node = ScriptedNode.Returning(static _ => "0x2a");
        using var rpc = node.Connect();

        Assert.Equal(42ul, await new ChainClient(rpc).GetTransactionCountAsync(Address.Zero, Block, Cancellation));

        var asked = Assert.Single(node.Requests)["params"]![1]!;
        Assert.Equal(Hash.ToString(), asked["blockHash"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_node_that_takes_no_hash_is_asked_by_the_height_from_then_on()
    {
        await using var node = ScriptedNode.Saying(static request => ScriptedNode.Http(Answer(request)));
        using var rpc = node.Connect();
        var chain = new ChainClient(rpc);
        var call = new CallRequest { To = Address.Zero, Data = [] };

        Assert.Equal([0x2a], await chain.CallAsync(call, Block, Cancellation));
        Assert.Equal([0x2a], await chain.CallAsync(call, Block, Cancellation));

        Assert.Equal(3, node.Requests.Count);
        Assert.Equal("0x7", node.Requests[1]["params"]![1]!.GetValue<string>());
    }

    [Fact]
    public async Task A_node_that_does_not_have_the_block_is_not_asked_about_another_one()
    {
        var error = new JsonObject { ["code"] = -32000, ["message"] = "header for hash not found" };
        await using var node = ScriptedNode.Failing(error);
        using var rpc = node.Connect();

        await Assert.ThrowsAsync<JsonRpcErrorException>(
            () => new ChainClient(rpc).GetTransactionCountAsync(Address.Zero, Block, Cancellation));

        Assert.Single(node.Requests);
    }

    private static string Answer(JsonNode request)
    {
        var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone() };
        if (request["params"]![1] is JsonObject)
            answer["error"] = new JsonObject { ["code"] = -32602, ["message"] = "invalid argument 1: not a string" };
        else
            answer["result"] = "0x2a";
        return answer.ToJsonString();
    }
}
