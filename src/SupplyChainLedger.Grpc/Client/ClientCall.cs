using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>One call of a client from its start to its status, which is decided exactly once.</summary>
internal sealed class ClientCall(bool hasOneResponse) : IStartedCall
{
    private static readonly Status RequestsRefused =
        new(StatusCode.Cancelled, "The server takes no more requests; its responses say why.");

    private readonly CancellationTokenSource _ended = new();
    private Task<ResponseHead> _head = null!;
    private HttpResponseMessage? _response;
    private CancellationTokenRegistration _callerCancellation;
    private CancellationTokenRegistration _channelClosed;
    private ITimer? _deadline;
    private CallEnd? _end;
    private int _received;

    /// <summary>Cancelled when the call is over, in whatever way.</summary>
    public CancellationToken Ended => _ended.Token;

    public Task<Metadata> ResponseHeadersAsync => GetResponseHeadersAsync();

    /// <summary>Sends the request. What fails here is the status of the call, as any later failure is.</summary>
    public void Start(
        GrpcChannel channel, IMethod method, string? host, CallOptions options, Func<HttpContent> makeContent)
    {
        var timeout = CallRequest.TimeoutOf(options, channel.Time);
        if (timeout <= TimeSpan.Zero)
            End(DeadlineTimer.Exceeded, Metadata.Empty);
        else if (timeout is { } duration)
            _deadline = DeadlineTimer.Start(channel.Time, duration, () => End(DeadlineTimer.Exceeded, Metadata.Empty));
        _callerCancellation = CancelWith(options.CancellationToken);
        _channelClosed = CancelWith(channel.Closed);

        _head = OpenAsync(channel, () => CallRequest.Create(channel, method, host, options, timeout, makeContent()));
        if (_end is not null)
            Release();
        if (!hasOneResponse)
            _ = _head.ContinueWith(
                static head => _ = head.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
    }

    /// <summary>Reads the next response; null when the call ended with OK.</summary>
    /// <exception cref="RpcException">The call ended otherwise.</exception>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        ResponseHead? head = null;
        try
        {
            head = await _head.ConfigureAwait(false);
            var message = _end is null && head.Messages is not null
                ? await head.Messages.ReadAsync(marshaller, Ended).ConfigureAwait(false)
                : null;
            if (message is not null && (++_received == 1 || !hasOneResponse))
                return message;

            EndWith(head, isOver: message is null);
        }
        catch (Exception exception)
        {
            throw EndWith(exception);
        }
        finally
        {
            if (_end is not null)
                head?.Release();
        }

        return _end!.Status.StatusCode == StatusCode.OK ? null : throw _end.ToException();
    }

    /// <summary>Reads the one response of a call.</summary>
    /// <exception cref="RpcException">The call ended with another status than OK, or not with one response.</exception>
    public async Task<T> ReadOnlyAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        var response = await ReadAsync(marshaller).ConfigureAwait(false);
        if (response is not null)
            await ReadAsync(marshaller).ConfigureAwait(false);
        return response!;
    }

    /// <summary>Ends the call at the wish of the caller.</summary>
    public void Cancel() => End(new Status(StatusCode.Cancelled, "The call was cancelled."), Metadata.Empty);

    /// <summary>Ends the call when a token is cancelled.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((ClientCall)state!).Cancel(), this);

    /// <summary>Ends the call by a failure, unless it is over, and returns what to tell the application.</summary>
    public Exception EndWith(Exception exception)
    {
        if (exception is not InvalidOperationException)
            End(HttpFailure.StatusOf(exception), Metadata.Empty);
        if (_end is null)
            return exception;
        return _end.Status.StatusCode == StatusCode.OK
            ? new InvalidOperationException("The call is over; nothing can be written to it.")
            : _end.ToException();
    }

    /// <summary>
    /// Says why a request could not be written. A server may end a call before it took all requests; then its status
    /// is the reason, not the broken stream.
    /// </summary>
    public async Task<Exception> ExplainWriteFailureAsync(Exception exception)
    {
        if (_end is null && exception is IOException or HttpRequestException or OperationCanceledException)
        {
            try
            {
                var head = await _head.ConfigureAwait(false);
                if (head.Messages is null)
                    EndWith(head, isOver: true);
                else if (!hasOneResponse)
                    return new RpcException(RequestsRefused);
                else
                    await WaitForEndAsync().ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                return EndWith(failure);
            }
        }

        return EndWith(exception);
    }

    public Status GetStatus() => OverOrThrow().Status;

    public Metadata GetTrailers() => OverOrThrow().Trailers;

    public void Dispose() => Cancel();

    private async Task<ResponseHead> OpenAsync(GrpcChannel channel, Func<HttpRequestMessage> makeRequest)
    {
        Ended.ThrowIfCancellationRequested();
        var response = await channel.Http.SendAsync(makeRequest(), Ended).ConfigureAwait(false);
        Interlocked.Exchange(ref _response, response);
        if (_end is not null)
            response.Dispose();
        return await ResponseHead.ReadAsync(response, channel.Received, Ended).ConfigureAwait(false);
    }

    private async Task<Metadata> GetResponseHeadersAsync()
    {
        try
        {
            return (await _head.ConfigureAwait(false)).Headers;
        }
        catch (Exception exception)
        {
            throw EndWith(exception);
        }
    }

    private void EndWith(ResponseHead head, bool isOver)
    {
        if (!isOver)
        {
            End(NotOneResponse("more than one"), Metadata.Empty);
            return;
        }

        var (status, trailers) = head.ReadEnd();
        var isMissing = hasOneResponse && _received == 0 && status.StatusCode == StatusCode.OK;
        End(isMissing ? NotOneResponse("none") : status, trailers);
    }

    private void End(Status status, Metadata trailers)
    {
        if (Interlocked.CompareExchange(ref _end, new CallEnd(status, trailers), null) is null)
            Release();
    }

    private void Release()
    {
        _deadline?.Dispose();
        _callerCancellation.Unregister();
        _channelClosed.Unregister();
        _ended.Cancel();

        // What is still on its way is reset by this; of a response that was read to its end nothing is.
        _response?.Dispose();
    }

    private async Task WaitForEndAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Ended.UnsafeRegister(
            static state => ((TaskCompletionSource)state!).SetResult(), over).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);
    }

    private CallEnd OverOrThrow() => _end ?? throw new InvalidOperationException("The call is not over.");

    private static Status NotOneResponse(string found) =>
        new(StatusCode.Unimplemented, $"The method gives exactly one response; {found} came.");

    private sealed record CallEnd(Status Status, Metadata Trailers)
    {
        public RpcException ToException() => new(Status, Trailers);
    }
}
