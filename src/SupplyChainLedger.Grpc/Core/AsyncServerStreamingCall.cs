namespace Grpc.Core;

/// <summary>A server streaming call that a client started.</summary>
public sealed class AsyncServerStreamingCall<TResponse> : AsyncCall
{
    /// <summary>Puts a call together from its parts, as interceptors do.</summary>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
        : this(responseStream, new ComposedCall(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction))
    {
    }

    internal AsyncServerStreamingCall(IAsyncStreamReader<TResponse> responseStream, IStartedCall call)
        : base(call) => ResponseStream = responseStream;

    /// <summary>Where responses are read; it fails with <see cref="RpcException"/> when the status is not OK.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }
}
