using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>The requests of a streaming call, as the handler reads them.</summary>
internal sealed class RequestStreamReader<T>(
    IMessageReader requests, Marshaller<T> marshaller, CancellationToken callCancellation) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;

    public T Current => _current ?? throw new InvalidOperationException("There is no message; call MoveNext first.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        using var linked = cancellationToken.CanBeCanceled && cancellationToken != callCancellation
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, callCancellation)
            : null;
        _current = await requests.ReadAsync(marshaller, linked?.Token ?? callCancellation).ConfigureAwait(false);
        return _current is not null;
    }
}
