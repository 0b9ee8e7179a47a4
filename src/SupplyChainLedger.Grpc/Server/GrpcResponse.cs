using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>A gRPC response over HTTP/2, which ends with HTTP trailers.</summary>
internal sealed class GrpcResponse(HttpContext http, MessageSizeLimit limit)
    : FramedResponse(http, "application/grpc", http.Response.BodyWriter, limit)
{
    protected override Task SendTrailersAsync(Status status, Metadata trailers)
    {
        WriteStatus(Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers, status, trailers);
        return Task.CompletedTask;
    }
}
