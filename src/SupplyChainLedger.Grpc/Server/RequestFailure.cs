using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>The transport's failures in the terms of a call.</summary>
internal static class RequestFailure
{
    /// <summary>A body that breaks HTTP is the client's fault; after any other failure the client is gone.</summary>
    public static Exception Translate(IOException exception) =>
        exception is BadHttpRequestException
            ? new RpcException(new Status(StatusCode.Internal, "The body of the request is malformed.", exception))
            : new ClientVanishedException(exception);
}
