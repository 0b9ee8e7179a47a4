using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;
using SupplyChainLedger.Grpc.Server.Json;
using SupplyChainLedger.Grpc.Server.Web;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>Opens a request and its response in the format that the request names.</summary>
internal static class CallTransport
{
    /// <summary>
    /// Chooses the response by the content type, or answers by itself what is no call: 405, 415 (what
    /// <c>PROTOCOL-HTTP2.md</c> asks for), or 426 (gRPC over HTTP/1).
    /// </summary>
    public static bool TryOpen(
        HttpContext http,
        CallSettings settings,
        Func<JsonCodec> json,
        out CallFormat format,
        [NotNullWhen(true)] out CallResponse? response)
    {
        format = CallFormats.Of(http.Request);
        response = null;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = HttpMethods.Post;
            return false;
        }

        if (format == CallFormat.Unsupported)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            http.Response.Headers.Accept = CallFormats.Accepted;
            return false;
        }

        if (format == CallFormat.Grpc && !HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "HTTP/2";
            return false;
        }

        response = format switch
        {
            CallFormat.Grpc => new GrpcResponse(http, settings.Sent),
            CallFormat.GrpcWeb => GrpcWebResponse.Binary(http, settings.Sent),
            CallFormat.GrpcWebText => GrpcWebResponse.Text(http, settings.Sent),
            _ => new JsonResponse(http, json, settings.Sent),
        };
        if (settings.CompressResponses)
            response.RequestCompression();
        return true;
    }

    /// <summary>Opens the request's messages.</summary>
    /// <exception cref="RpcException">UNIMPLEMENTED: an encoding not known; the response names those known.</exception>
    public static MessageReader OpenFramed(HttpContext http, CallFormat format, MessageSizeLimit limit)
    {
        var encoding = http.Request.Headers.GrpcEncoding;
        if (encoding.Count > 0 && !MessageCompression.IsAccepted(encoding.ToString()))
        {
            http.Response.Headers[ProtocolHeaders.AcceptEncoding] = MessageCompression.Accepted;
            throw new RpcException(new Status(
                StatusCode.Unimplemented,
                $"The encoding '{encoding}' is not known here; {MessageCompression.Accepted} are."));
        }

        var body = format == CallFormat.GrpcWebText ? OpenText(http) : http.Request.BodyReader;
        return new MessageReader(body, encoding, limit, RequestFailure.Translate);
    }

    private static PipeReader OpenText(HttpContext http)
    {
        var body = PipeReader.Create(new Base64ReadStream(http.Request.Body));
        // Disposing the stream completes the reader, which gives its buffers back.
        http.Response.RegisterForDispose(body.AsStream());
        return body;
    }
}
