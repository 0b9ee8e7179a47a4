using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The messages of one direction of a call, in whatever form they arrive.</summary>
internal interface IMessageReader
{
    /// <summary>Reads the next message; null at the end of the stream.</summary>
    /// <exception cref="RpcException">
    /// INTERNAL: malformed frame or message. RESOURCE_EXHAUSTED: over the limit, also after decompression.
    /// </exception>
    ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Reads the one message of the stream, to its end.</summary>
    /// <exception cref="RpcException">
    /// UNIMPLEMENTED: there is none, or another one (<c>statuscodes.md</c>); or as above.
    /// </exception>
    ValueTask<T> ReadOnlyAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class;
}
