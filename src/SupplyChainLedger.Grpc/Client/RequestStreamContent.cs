using System.Net;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The body of a call with many requests: open until the writer completes it or the call ends.</summary>
internal sealed class RequestStreamContent : HttpContent
{
    private readonly CancellationToken _callEnded;
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RequestStreamContent(CancellationToken callEnded)
    {
        _callEnded = callEnded;
        Headers.ContentType = MessageContent.GrpcMediaType;
    }

    /// <summary>The connection's stream, as soon as there is a connection.</summary>
    /// <exception cref="OperationCanceledException">The call ended first.</exception>
    public Task<Stream> OpenAsync() => _stream.Task.WaitAsync(_callEnded);

    public void Complete() => _completed.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server shall see the headers now, not with the first request.
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _stream.TrySetResult(stream);
        await _completed.Task.WaitAsync(_callEnded).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
