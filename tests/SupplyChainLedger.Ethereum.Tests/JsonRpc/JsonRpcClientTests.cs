using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

public sealed class JsonRpcClientTests
{
    private static readonly JsonRpcRequest Request = new("eth_test", "0x1", false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_posted_as_json_rpc_and_its_result_is_read()
    {
        await using var node = ScriptedNode.Returning(_ => "0x2a");
        using var client = node.Connect();

        Assert.Equal("0x2a", await CallAsync(client));

        var sent = Assert.Single(node.Requests);
        Assert.Equal("2.0", (string?)sent["jsonrpc"]);
        Assert.Equal("eth_test", (string?)sent["method"]);
        Assert.Equal("""["0x1",false]""", sent["params"]!.ToJsonString());
    }

    [Fact]
    public async Task The_answers_of_a_batch_are_put_back_in_the_order_of_the_calls()
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(new JsonArray(
            [.. request.AsArray().Reverse().Select(call => new JsonObject
            {
                ["jsonrpc"] = "2.0", ["id"] = call!["id"]!.DeepClone(), ["result"] = call["method"]!.DeepClone(),
            })]).ToJsonString()));
        using var client = node.Connect();

        Assert.Equal(["a", "b", "c"], await BatchAsync(client, "a", "b", "c"));
    }

    [Fact]
    public async Task A_batch_over_the_limit_goes_out_in_several_requests()
    {
        await using var node = ScriptedNode.Returning(call => call["method"]!.DeepClone());
        using var client = node.Connect(maxBatchSize: 2);

        Assert.Equal(["a", "b", "c", "d", "e"], await BatchAsync(client, "a", "b", "c", "d", "e"));

        Assert.Equal([2, 2, 1], node.Requests.Select(request => request.AsArray().Count));
    }

    [Fact]
    public async Task An_error_carries_its_code_words_and_bytes()
    {
        await using var node = ScriptedNode.Failing(
            new JsonObject { ["code"] = -32005, ["message"] = "limit\u001b exceeded", ["data"] = "0x0102" });
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcErrorException>(() => CallAsync(client));

        Assert.Equal((-32005, "limit exceeded"), (fault.Error.Code, fault.Error.Message));
        Assert.Equal([1, 2], fault.Error.Data!);
        Assert.False(fault.MayHaveExecuted);
    }

    [Fact]
    public async Task A_whole_batch_can_be_refused_with_one_error_without_an_id()
    {
        await using var node = ScriptedNode.Saying(_ => ScriptedNode.Http(
            """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}"""));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcErrorException>(() => BatchAsync(client, "a", "b"));

        Assert.Equal(-32600, fault.Error.Code);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_in_time_may_have_executed_the_call()
    {
        await using var node = ScriptedNode.Silent();
        var time = new ManualTime();
        using var client = node.Connect(time);

        var call = CallAsync(client);
        await node.Asked;
        time.RingAll();

        var fault = await Assert.ThrowsAsync<JsonRpcTimeoutException>(() => call);
        Assert.True(fault.MayHaveExecuted);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        await using var node = ScriptedNode.Silent();
        using var client = node.Connect();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var call = client.CallAsync(Request, result => result.GetString(), caller.Token);
        await node.Asked;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_refused_connection_certainly_executed_nothing()
    {
        var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var endpoint = new Uri($"http://{unused.LocalEndpoint}/");
        unused.Stop();
        using var client = new JsonRpcClient(new JsonRpcOptions { Endpoint = endpoint });

        var fault = await Assert.ThrowsAsync<JsonRpcUnavailableException>(() => CallAsync(client));

        Assert.False(fault.MayHaveExecuted);
    }

    [Fact]
    public async Task Too_many_requests_say_when_to_come_back()
    {
        await using var node = ScriptedNode.Saying(
            _ => ScriptedNode.Http("slow down", "429 Too Many Requests", "Retry-After: 7\r\n"));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcThrottledException>(() => CallAsync(client));

        Assert.Equal(TimeSpan.FromSeconds(7), fault.RetryAfter);
        Assert.False(fault.MayHaveExecuted);
    }

    [Theory]
    [InlineData("500 Internal Server Error", true)]
    [InlineData("502 Bad Gateway", true)]
    [InlineData("503 Service Unavailable", true)]
    [InlineData("302 Found", true)]
    [InlineData("401 Unauthorized", false)]
    [InlineData("404 Not Found", false)]
    public async Task A_failing_status_without_an_answer_says_whether_the_call_may_have_been_executed(
        string status, bool mayHaveExecuted)
    {
        await using var node = ScriptedNode.Saying(_ => ScriptedNode.Http("<html>sorry</html>", status));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcHttpException>(() => CallAsync(client));

        Assert.Equal(int.Parse(status[..3]), (int)fault.StatusCode);
        Assert.Equal(mayHaveExecuted, fault.MayHaveExecuted);
    }

    [Fact]
    public async Task An_error_with_a_failing_status_is_still_the_nodes_answer()
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(
            $$$"""{"jsonrpc":"2.0","id":{{{request["id"]}}},"error":{"code":-32601,"message":"no such method"}}""",
            "400 Bad Request"));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcErrorException>(() => CallAsync(client));

        Assert.Equal(-32601, fault.Error.Code);
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"0x2a\"")]
    [InlineData("""{"jsonrpc":"2.0","id":ID}""")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":"0x2a" """)]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"result":42}""")]
    [InlineData("""{"jsonrpc":"2.0","id":ID,"error":"no"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":999999,"result":"0x2a"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"ID","result":"0x2a"}""")]
    [InlineData("""{"jsonrpc":"2.0","result":"0x2a"}""")]
    public async Task Anything_but_an_answer_to_this_request_is_invalid(string body)
    {
        await using var node = ScriptedNode.Saying(
            request => ScriptedNode.Http(body.Replace("ID", request["id"]!.ToJsonString())));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => CallAsync(client));

        Assert.True(fault.MayHaveExecuted);
    }

    [Theory]
    [InlineData("[ONE]")]
    [InlineData("[ONE,ONE]")]
    [InlineData("[ONE,TWO,TWO]")]
    [InlineData("""[ONE,{"jsonrpc":"2.0","id":999999,"result":"x"}]""")]
    [InlineData("ONE")]
    [InlineData("[ONE,7]")]
    public async Task A_batch_needs_exactly_one_answer_for_each_call(string body)
    {
        await using var node = ScriptedNode.Saying(request => ScriptedNode.Http(body
            .Replace("ONE", $$"""{"jsonrpc":"2.0","id":{{request[0]!["id"]}},"result":"x"}""")
            .Replace("TWO", $$"""{"jsonrpc":"2.0","id":{{request[1]!["id"]}},"result":"x"}""")));
        using var client = node.Connect();

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => BatchAsync(client, "a", "b"));
    }

    [Fact]
    public async Task An_answer_cut_off_in_the_middle_is_invalid()
    {
        await using var node = ScriptedNode.Saying(_ => ScriptedNode.Http("""{"jsonrpc":"2.0",""", missing: 100));
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => CallAsync(client));

        Assert.True(fault.MayHaveExecuted);
    }

    [Fact]
    public async Task A_connection_closed_without_a_word_may_have_executed_the_call()
    {
        await using var node = ScriptedNode.Saying(_ => "");
        using var client = node.Connect();

        var fault = await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(() => CallAsync(client));

        Assert.True(fault.MayHaveExecuted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_limit_is_not_read_whole(bool announced)
    {
        var endless = new string(' ', 200_000);
        await using var node = ScriptedNode.Saying(_ => announced
            ? ScriptedNode.Http(endless)
            : $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{endless}");
        using var client = node.Connect(maxResponseBytes: 50_000);

        var fault = await Assert.ThrowsAsync<JsonRpcTooLargeException>(() => CallAsync(client));

        Assert.Contains("larger than 50000 bytes", fault.Message);
    }

    private static Task<string?> CallAsync(JsonRpcClient client) =>
        client.CallAsync(Request, result => result.GetString(), Cancellation);

    private static Task<IReadOnlyList<string?>> BatchAsync(JsonRpcClient client, params string[] methods) =>
        client.BatchAsync(
            [.. methods.Select(method => new JsonRpcRequest(method))],
            (JsonElement result) => result.GetString(),
            Cancellation);
}
