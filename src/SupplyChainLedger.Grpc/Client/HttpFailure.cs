using System.Net;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The status of a call that HTTP failed.</summary>
internal static class HttpFailure
{
    /// <summary>The mapping of gRPC's <c>http-grpc-status-mapping.md</c>.</summary>
    public static Status StatusOf(HttpStatusCode http)
    {
        var code = http switch
        {
            HttpStatusCode.BadRequest => StatusCode.Internal,
            HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
            HttpStatusCode.NotFound => StatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
            _ => StatusCode.Unknown,
        };
        return new Status(code, $"The server answered with the HTTP status {(int)http}.");
    }

    /// <summary>
    /// The status of an exception: a reset stream by its HTTP/2 code (Errors in <c>PROTOCOL-HTTP2.md</c>), any other
    /// broken connection as UNAVAILABLE.
    /// </summary>
    public static Status StatusOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is RpcException refusal)
                return refusal.Status;
            if (cause is HttpProtocolException reset)
                return new Status(CodeOf(reset.ErrorCode), $"The server reset the call: {reset.Message}", exception);
        }

        if (exception is not (HttpRequestException or IOException or OperationCanceledException))
            return new Status(StatusCode.Internal, $"The call failed: {exception.Message}", exception);
        var reason = Innermost(exception).Message;
        return new Status(StatusCode.Unavailable, $"The server cannot be reached: {reason}", exception);
    }

    private static StatusCode CodeOf(long http2Code) => http2Code switch
    {
        0x7 => StatusCode.Unavailable, // REFUSED_STREAM
        0x8 => StatusCode.Cancelled, // CANCEL
        0xB => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
        0xC => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
        _ => StatusCode.Internal,
    };

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
