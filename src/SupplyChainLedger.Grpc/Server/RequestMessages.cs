using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>The framed messages of a request, with the transport's failures in the terms of a call.</summary>
internal sealed class RequestMessages(MessageReader messages) : IMessageReader
{
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await messages.ReadAsync(marshaller, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Translate(exception);
        }
    }

    public async ValueTask<bool> ReadEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await messages.ReadEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>A body that breaks HTTP is the client's fault; after any other failure the client is gone.</summary>
    public static Exception Translate(IOException exception) =>
        exception is BadHttpRequestException
            ? new RpcException(new Status(StatusCode.Internal, "The body of the request is malformed.", exception))
            : new ClientVanishedException(exception);
}
