using Grpc.Core;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>The responses of a streaming call, as the handler writes them.</summary>
internal sealed class ResponseStreamWriter<T>(ServerCall call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var linked = cancellationToken.CanBeCanceled && cancellationToken != call.CancellationToken
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken)
            : null;
        var flags = (WriteOptions ?? call.Context.WriteOptions)?.Flags ?? WriteFlags.None;
        await call.WriteAsync(marshaller, message, flags, linked?.Token ?? call.CancellationToken)
            .ConfigureAwait(false);
    }
}
