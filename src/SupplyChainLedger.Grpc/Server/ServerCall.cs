using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>One call on the server from its headers to its status: response, deadline and cancellation.</summary>
internal sealed class ServerCall : IAsyncDisposable
{
    /// <summary>CANCEL (RFC 9113, section 7), which clients take for the end of a call that was given up.</summary>
    private const int Http2Cancel = 8;

    private readonly CallResponse _response;
    private readonly ResponseGate _gate;
    private CancellationTokenSource? _cancellation;
    private ITimer? _timer;
    private bool _endedByDeadline;

    public ServerCall(HttpContext http, IMethod method, CallResponse response)
    {
        Http = http;
        Method = method;
        CancellationToken = http.RequestAborted;
        _response = response;
        _gate = new ResponseGate(EndResponseAsync);
        Context = new HttpServerCallContext(this);
    }

    public HttpContext Http { get; }

    public IMethod Method { get; }

    public HttpServerCallContext Context { get; }

    public DateTime Deadline { get; private set; } = DateTime.MaxValue;

    public bool DeadlineHasPassed { get; private set; }

    /// <summary>Cancelled by the client or by the deadline; can be asked even after the call.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>Starts the clock if the client set a timeout.</summary>
    /// <exception cref="RpcException">INTERNAL: malformed. DEADLINE_EXCEEDED: there is no time left.</exception>
    public void StartDeadline(CallSettings settings)
    {
        var header = Http.Request.Headers.GrpcTimeout;
        if (header.Count == 0)
            return;
        if (!GrpcTimeout.TryParse(header.ToString(), out var timeout))
            throw new RpcException(new Status(StatusCode.Internal, $"The timeout '{header}' is malformed."));

        var now = settings.Time.GetUtcNow().UtcDateTime;
        Deadline = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(Http.RequestAborted);
        CancellationToken = _cancellation.Token;
        if (timeout <= TimeSpan.Zero)
        {
            DeadlineHasPassed = true;
            throw new RpcException(DeadlineTimer.Exceeded);
        }

        _timer = DeadlineTimer.Start(settings.Time, timeout, () => OnDeadline(settings.Logger));
    }

    public async Task StartResponseAsync(Metadata headers)
    {
        BeginWrite();
        try
        {
            if (_response.HasStarted)
                throw new InvalidOperationException("The response headers were sent before.");
            await _response.StartAsync(headers).ConfigureAwait(false);
            await _response.FlushAsync(CancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _gate.EndWriteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes a response and, unless the flags allow it to wait, waits for the client to take it.</summary>
    public async Task WriteAsync<T>(
        Marshaller<T> marshaller, T message, WriteFlags flags, CancellationToken cancellationToken)
        where T : class
    {
        BeginWrite();
        try
        {
            _response.Write(marshaller, message, flags);
            if ((flags & WriteFlags.BufferHint) == 0)
                await _response.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _gate.EndWriteAsync().ConfigureAwait(false);
        }

        // A write to a client that is gone is dropped silently; the handler shall learn of it here.
        CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Writes the one response of a call, unless the handler set a status that speaks for itself.</summary>
    public Task RespondAsync<T>(Marshaller<T> marshaller, T? response)
        where T : class
    {
        if (Context.Status.StatusCode != StatusCode.OK)
            return Task.CompletedTask;
        if (response is null)
            throw new InvalidOperationException($"The handler of {Method.FullName} returned no response.");

        // The status follows at once, so that one flush carries both.
        var flags = (Context.WriteOptions?.Flags ?? WriteFlags.None) | WriteFlags.BufferHint;
        return WriteAsync(marshaller, response, flags, CancellationToken);
    }

    /// <summary>Ends the call; the deadline may have done so already.</summary>
    public Task EndAsync(Status status, Metadata trailers) => _gate.EndAsync(status, trailers);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
        _cancellation?.Dispose();
    }

    private void BeginWrite()
    {
        CancellationToken.ThrowIfCancellationRequested();
        _gate.BeginWrite();
    }

    private void OnDeadline(ILogger logger)
    {
        DeadlineHasPassed = true;
        _endedByDeadline = true;
        _ = _gate.EndAsync(DeadlineTimer.Exceeded, Metadata.Empty);

        // No status gets past a message that the client does not take. A write that is cut off by its token ends the
        // stream with INTERNAL_ERROR; this ends both.
        if (_gate.IsWriting && Http.Features.Get<IHttpResetFeature>() is { } stream)
        {
            stream.Reset(Http2Cancel);
            return;
        }

        try
        {
            _cancellation!.Cancel();
        }
        catch (AggregateException exception)
        {
            // The handler's own callbacks failed; from a timer this would take the process down.
            Log.HandlerFailed(logger, Method.FullName, exception);
        }
    }

    private async Task EndResponseAsync(Status status, Metadata trailers)
    {
        try
        {
            await _response.EndAsync(status, trailers).ConfigureAwait(false);

            // The client gets its answer now, even if the handler takes its time to notice.
            if (_endedByDeadline)
                await Http.Response.CompleteAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Http.RequestAborted.IsCancellationRequested)
        {
            // The client gave up first; nobody is left to tell.
        }
    }
}
