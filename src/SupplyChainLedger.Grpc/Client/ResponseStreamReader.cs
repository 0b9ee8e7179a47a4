using Grpc.Core;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The responses of a streaming call, as the application reads them.</summary>
internal sealed class ResponseStreamReader<T>(ClientCall call, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;

    public T Current => _current ?? throw new InvalidOperationException("There is no message; call MoveNext first.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        await using var registration = call.CancelWith(cancellationToken).ConfigureAwait(false);
        _current = await call.ReadAsync(marshaller).ConfigureAwait(false);
        return _current is not null;
    }
}
