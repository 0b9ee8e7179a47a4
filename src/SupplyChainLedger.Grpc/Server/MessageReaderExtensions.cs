using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

internal static class MessageReaderExtensions
{
    /// <summary>Reads the one request of a call.</summary>
    /// <exception cref="RpcException">UNIMPLEMENTED: there is none, or another one (<c>statuscodes.md</c>).</exception>
    public static async ValueTask<T> ReadOnlyAsync<T>(
        this IMessageReader requests, Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        var request = await requests.ReadAsync(marshaller, cancellationToken).ConfigureAwait(false);
        if (request is null || !await requests.ReadEndAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new RpcException(new Status(
                StatusCode.Unimplemented,
                $"The method takes exactly one request; {(request is null ? "none" : "more than one")} was sent."));
        }

        return request;
    }
}
