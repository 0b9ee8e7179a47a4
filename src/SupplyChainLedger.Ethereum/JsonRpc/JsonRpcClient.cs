using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// JSON-RPC 2.0 over HTTP. Every call ends within its timeout, reads a bounded answer and fails with a
/// <see cref="JsonRpcException"/> that says whether the node may have acted. Nothing is sent twice.
/// </summary>
public sealed class JsonRpcClient : IDisposable
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    private readonly HttpClient _http;
    private readonly JsonRpcOptions _options;
    private readonly TimeProvider _time;
    private long _lastId;

    private delegate Task<T> Receive<T>(HttpResponseMessage response, CancellationToken cancellation);

    /// <summary>Keeps its own connections to the node; the clock measures timeouts.</summary>
    public JsonRpcClient(JsonRpcOptions options, TimeProvider? time = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Calls one method and reads its result.</summary>
    /// <param name="request">What to call.</param>
    /// <param name="read">
    /// Makes a value of the result, which may be null; what it throws about the JSON is the node's fault. The
    /// element is gone afterwards: clone what must stay.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="JsonRpcException">There is no result; see its subclasses.</exception>
    /// <typeparam name="T">The value.</typeparam>
    public async Task<T> CallAsync<T>(
        JsonRpcRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        return await ObserveAsync(
            request.Method,
            JsonRpcEnvelope.Write(request, id),
            (response, stop) => ReadAsync(
                request.Method, response, answer => JsonRpcEnvelope.Read(answer, request, id, read), stop),
            cancellationToken);
    }

    /// <summary>
    /// Calls one method whose result is a byte string, of whatever length, and writes its bytes as they come. After a
    /// failure some of them may have been written.
    /// </summary>
    /// <param name="request">What to call.</param>
    /// <param name="destination">Gets the bytes.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="JsonRpcException">There is no result, or it is no byte string; see its subclasses.</exception>
    public async Task CopyBytesAsync(
        JsonRpcRequest request, Stream destination, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        await ObserveAsync(
            request.Method,
            JsonRpcEnvelope.Write(request, id),
            async (response, stop) =>
            {
                await using var stream = await response.Content.ReadAsStreamAsync(stop);
                var around = await new LongByteString(stream, request.Method).CopyToAsync(destination, stop);
                return Read(
                    request.Method, response, around, answer => JsonRpcEnvelope.Read(answer, request, id, WriteLeft));
            },
            cancellationToken);

        // A short one that does not stand where it is looked for.
        bool WriteLeft(JsonElement result)
        {
            destination.Write(Hex.Decode(result.GetString()));
            return true;
        }
    }

    /// <summary>Calls several methods in as few requests as the limit allows; results in the calls' order.</summary>
    /// <exception cref="JsonRpcException">One of the calls has no result.</exception>
    /// <typeparam name="T">The value of each.</typeparam>
    public async Task<IReadOnlyList<T>> BatchAsync<T>(
        IReadOnlyList<JsonRpcRequest> requests, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var results = new List<T>(requests.Count);
        foreach (var chunk in requests.Chunk(_options.MaxBatchSize))
        {
            var firstId = Interlocked.Add(ref _lastId, chunk.Length) - chunk.Length + 1;
            results.AddRange(await ObserveAsync(
                chunk[0].Method,
                JsonRpcEnvelope.WriteBatch(chunk, firstId),
                (response, stop) => ReadAsync(
                    chunk[0].Method, response, answer => JsonRpcEnvelope.ReadBatch(answer, chunk, firstId, read), stop),
                cancellationToken));
        }

        return results;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private Task<T> ObserveAsync<T>(
        string method, ReadOnlyMemory<byte> body, Receive<T> receive, CancellationToken cancellationToken) =>
        _options.Observer is { } observer
            ? ObserveAsync(observer, method, body, receive, cancellationToken)
            : PostAsync(method, body, receive, cancellationToken);

    private async Task<T> ObserveAsync<T>(
        IJsonRpcObserver observer,
        string method,
        ReadOnlyMemory<byte> body,
        Receive<T> receive,
        CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        try
        {
            var result = await PostAsync(method, body, receive, cancellationToken);
            observer.Ended(method, _time.GetElapsedTime(began), fault: null);
            return result;
        }
        catch (Exception fault)
        {
            observer.Ended(method, _time.GetElapsedTime(began), fault);
            throw;
        }
    }

    private async Task<T> PostAsync<T>(
        string method, ReadOnlyMemory<byte> body, Receive<T> receive, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _options.Endpoint)
            {
                Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = JsonMediaType } },
            };
            using var response = await _http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                throw new JsonRpcThrottledException(method, response.Headers.RetryAfter?.Delta);
            return await receive(response, either.Token);
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler cancels by itself only when its connect timeout has passed.
            throw deadline.IsCancellationRequested
                ? new JsonRpcTimeoutException(method, _options.Timeout, cause)
                : new JsonRpcUnavailableException(
                    method, $"no connection within {_options.ConnectTimeout.TotalSeconds:0.###} s.", cause);
        }
        catch (HttpRequestException cause) when (NeverConnected(cause))
        {
            throw new JsonRpcUnavailableException(method, cause.Message, cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw new JsonRpcInvalidResponseException(method, $"it broke off: {cause.Message}", cause);
        }
    }

    private async Task<T> ReadAsync<T>(
        string method, HttpResponseMessage response, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var bytes = await BoundedBody.ReadAsync(
            response.Content, _options.MaxResponseBytes, method, cancellationToken);
        return Read(method, response, bytes.Memory, read);
    }

    private static T Read<T>(
        string method, HttpResponseMessage response, ReadOnlyMemory<byte> answer, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return read(document.RootElement);
        }
        catch (Exception fault) when (
            !response.IsSuccessStatusCode && fault is (JsonException or JsonRpcInvalidResponseException))
        {
            throw new JsonRpcHttpException(method, response.StatusCode);
        }
        catch (JsonException cause)
        {
            throw new JsonRpcInvalidResponseException(method, "it is not JSON.", cause);
        }
    }

    private static bool NeverConnected(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
