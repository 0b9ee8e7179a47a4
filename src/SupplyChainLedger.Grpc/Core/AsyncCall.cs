namespace Grpc.Core;

/// <summary>A call that a client started. Disposing it before its end cancels it.</summary>
public abstract class AsyncCall : IDisposable
{
    private readonly IStartedCall _call;

    private protected AsyncCall(IStartedCall call) => _call = call;

    /// <summary>The response headers, once they are there.</summary>
    public Task<Metadata> ResponseHeadersAsync => _call.ResponseHeadersAsync;

    /// <summary>The status of a call that ended.</summary>
    /// <exception cref="InvalidOperationException">The call goes on.</exception>
    public Status GetStatus() => _call.GetStatus();

    /// <summary>The trailers of a call that ended.</summary>
    /// <exception cref="InvalidOperationException">The call goes on.</exception>
    public Metadata GetTrailers() => _call.GetTrailers();

    /// <inheritdoc/>
    public void Dispose()
    {
        _call.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What every started call offers, whatever its streams.</summary>
internal interface IStartedCall : IDisposable
{
    Task<Metadata> ResponseHeadersAsync { get; }

    Status GetStatus();

    Metadata GetTrailers();
}

/// <summary>A call whose parts an interceptor put together.</summary>
internal sealed class ComposedCall(
    Task<Metadata> responseHeadersAsync, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose)
    : IStartedCall
{
    public Task<Metadata> ResponseHeadersAsync => responseHeadersAsync;

    public Status GetStatus() => getStatus();

    public Metadata GetTrailers() => getTrailers();

    public void Dispose() => dispose();
}
