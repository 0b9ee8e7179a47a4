using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>
/// An HTTP server on loopback whose answers are given byte by byte, so that it can fail in every way a node and
/// what stands before it can.
/// </summary>
internal sealed class ScriptedNode : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<JsonNode, string?> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedNode(Func<JsonNode, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Ends when the first request has been read whole.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Every request's body in order.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <summary>Answers with these bytes, then closes the connection.</summary>
    public static ScriptedNode Saying(Func<JsonNode, string> answer) => new(answer);

    /// <summary>Answers each call with this result and its own id.</summary>
    public static ScriptedNode Returning(Func<JsonNode, JsonNode?> result) =>
        new(request => Http(request is JsonArray calls
            ? new JsonArray([.. calls.Select(call => Answer(call!, result(call!)))]).ToJsonString()
            : Answer(request, result(request)).ToJsonString()));

    /// <summary>Answers each call with this error and its own id.</summary>
    public static ScriptedNode Failing(JsonNode error) =>
        new(request => Http(new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = request["id"]!.DeepClone(),
            ["error"] = error.DeepClone(),
        }.ToJsonString()));

    /// <summary>Reads the request and never answers.</summary>
    public static ScriptedNode Silent() => new(_ => null);

    public static string Http(string body, string status = "200 OK", string headers = "", int missing = 0) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body) + missing}\r\nConnection: close\r\n\r\n{body}";

    public JsonRpcClient Connect(TimeProvider? time = null, int maxResponseBytes = 1 << 20, int maxBatchSize = 100) =>
        new(
            new JsonRpcOptions
            {
                Endpoint = Endpoint,
                MaxResponseBytes = maxResponseBytes,
                MaxBatchSize = maxBatchSize,
                Timeout = TimeSpan.FromMinutes(1),
            },
            time);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private static JsonObject Answer(JsonNode call, JsonNode? result) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = call["id"]!.DeepClone(), ["result"] = result };

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            var stream = connection.GetStream();
            var request = JsonNode.Parse(await ReadBodyAsync(stream))!;
            Requests.Add(request);
            _asked.TrySetResult();
            if (_answer(request) is { } answer) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
            else await stream.ReadExactlyAsync(new byte[1], _stop.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The client or the test has gone.
        }
    }

    private async Task<byte[]> ReadBodyAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n")
            .First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        var body = new byte[int.Parse(length)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return body;
    }
}
