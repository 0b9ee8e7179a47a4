using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>Answers whose byte strings are written as they come.</summary>
public sealed class LongByteStringTests
{
    private static readonly JsonRpcRequest Request = new("test_bytes", false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32 * 1024)]
    [InlineData(32 * 1024 + 1)]
    [InlineData(1_000_003)]
    public async Task The_bytes_arrive_whole_though_the_answer_is_larger_than_any_other_may_be(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        await using var node = ScriptedNode.Returning(_ => Hex.Encode(bytes));
        using var client = node.Connect(maxResponseBytes: 1024);

        Assert.Equal(bytes, await CopyAsync(client));
        Assert.Equal("test_bytes", (string?)Assert.Single(node.Requests)["method"]);
    }

    [Fact]
    public async Task An_answer_that_is_laid_out_another_way_is_read_too()
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(
            $$"""{ "result" : "0xC0ffee", "jsonrpc" : "2.0", "id" : {{request["id"]}} }"""));
        using var client = node.Connect();

        Assert.Equal([0xc0, 0xff, 0xee], await CopyAsync(client));
    }

    [Fact]
    public async Task An_error_is_the_nodes_own_and_no_byte_is_written()
    {
        await using var node = ScriptedNode.Failing(
            new JsonObject { ["code"] = -32601, ["message"] = """no "result":"0x12" here""" });
        using var client = node.Connect();
        using var written = new MemoryStream();

        var fault = await Assert.ThrowsAsync<JsonRpcErrorException>(
            () => client.CopyBytesAsync(Request, written, Cancellation));

        Assert.Equal(-32601, fault.Error.Code);
        Assert.Equal(0, written.Length);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":"0x123"}""", "odd number of digits")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":"0x12zz"}""", "not hexadecimal")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":"0x1234""", "cut off")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":"0x1234",""", "not JSON")]
    [InlineData("""{"jsonrpc":"2.0","id":999,"result":"0x1234"}""", "id of another request")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"of":{"result":"0x1234"}}""", "neither a result nor an error")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":null}""", "not what was asked for")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":7}""", "not what was asked for")]
    [InlineData("", "not JSON")]
    public async Task Anything_but_one_byte_string_for_this_request_is_invalid(string body, string why)
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(
            body.Replace("ID", $"{request["id"]}", StringComparison.Ordinal)));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => CopyAsync(client));

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"of":"MUCH","result":"0x1234"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"0x1234","of":"MUCH"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"MUCH"}""")]
    public async Task What_stands_around_the_bytes_is_bounded(string body)
    {
        await using var node = ScriptedNode.Saying(_ => ScriptedNode.Http(
            body.Replace("MUCH", new string('x', 1 << 20), StringComparison.Ordinal)));
        using var client = node.Connect();

        await Assert.ThrowsAsync<JsonRpcTooLargeException>(() => CopyAsync(client));
    }

    [Fact]
    public async Task A_connection_that_breaks_on_the_way_is_no_end()
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(
            $$"""{"jsonrpc":"2.0","id":{{request["id"]}},"result":"0x1234""", missing: 100));
        using var client = node.Connect();

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => CopyAsync(client));
    }

    private static async Task<byte[]> CopyAsync(JsonRpcClient client)
    {
        using var written = new MemoryStream();
        await client.CopyBytesAsync(Request, written, Cancellation);
        return written.ToArray();
    }
}
