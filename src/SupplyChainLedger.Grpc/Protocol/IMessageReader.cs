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

    /// <summary>Waits for the end of the stream; false when another byte comes first.</summary>
    ValueTask<bool> ReadEndAsync(CancellationToken cancellationToken);
}
