using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server.Web;

/// <summary>A gRPC-Web response, whose last frame carries the trailers (<c>PROTOCOL-WEB.md</c>).</summary>
internal sealed class GrpcWebResponse : FramedResponse
{
    private GrpcWebResponse(HttpContext http, string contentType, PipeWriter body, MessageSizeLimit limit)
        : base(http, contentType, body, limit)
    {
    }

    public static GrpcWebResponse Binary(HttpContext http, MessageSizeLimit limit) =>
        new(http, "application/grpc-web+proto", http.Response.BodyWriter, limit);

    public static GrpcWebResponse Text(HttpContext http, MessageSizeLimit limit)
    {
        var body = PipeWriter.Create(new Base64WriteStream(http.Response.Body));
        return new GrpcWebResponse(http, "application/grpc-web-text+proto", body, limit);
    }

    protected override async Task SendTrailersAsync(Status status, Metadata trailers)
    {
        var headers = new HeaderDictionary();
        WriteStatus(headers, status, trailers);
        var block = new StringBuilder();
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                block.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append("\r\n");
        }

        var bytes = Encoding.ASCII.GetBytes(block.ToString());
        new FrameHeader(FrameHeader.Trailers, (uint)bytes.Length).Write(Body);
        Body.Write(bytes);
        await Body.FlushAsync(Http.RequestAborted).ConfigureAwait(false);
    }
}
