using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Server;

namespace Grpc.Core;

/// <summary>The way from a call to the HTTP request that carries it.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>The HTTP request behind a call.</summary>
    /// <exception cref="InvalidOperationException">The context is not of this server, but a test double.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext) =>
        serverCallContext is HttpServerCallContext context
            ? context.Http
            : throw new InvalidOperationException("This context does not belong to an HTTP request.");
}
