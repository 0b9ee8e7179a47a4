using Grpc.Core;

namespace SupplyChainLedger.Client.Errors;

/// <summary>The service could not be reached, broke off, did not answer in time, or is none of this kind.</summary>
/// <remarks>
/// Nothing is known of what became of the request. An intent can be sent again: it takes effect once.
/// </remarks>
public sealed class ServiceOutOfReachException : Exception
{
    internal ServiceOutOfReachException(Uri service, RpcException cause)
        : base(Explain(service, cause), cause)
    {
        Service = service;
        IsTimeout = cause.StatusCode == StatusCode.DeadlineExceeded;
        IsWorthRepeating = cause.StatusCode is not (StatusCode.Unimplemented or StatusCode.DeadlineExceeded);
    }

    /// <summary>Where the service was looked for.</summary>
    public Uri Service { get; }

    /// <summary>Whether another attempt can have another result soon.</summary>
    internal bool IsWorthRepeating { get; }

    /// <summary>Whether the service took longer than it was given.</summary>
    internal bool IsTimeout { get; }

    // HTTP_1_1_REQUIRED, which the other side need not have sent: it is what its HTTP/1.1 answer looks like here.
    private static bool SpeaksNoHttp2(Exception? cause) => cause switch
    {
        null => false,
        HttpProtocolException { ErrorCode: 0xd } => true,
        _ => SpeaksNoHttp2(cause.InnerException),
    };

    private static string Explain(Uri service, RpcException cause)
    {
        var address = service.GetLeftPart(UriPartial.Authority);
        return cause.StatusCode switch
        {
            StatusCode.Unavailable => $"The service at {address} is out of reach.",
            StatusCode.DeadlineExceeded => $"The service at {address} did not answer in time.",
            StatusCode.Unimplemented => $"What answers at {address} is not this service, or of another version.",
            _ when SpeaksNoHttp2(cause) =>
                $"What answers at {address} speaks no HTTP/2; the service has gRPC on another port.",
            _ => $"The service at {address} broke off: {cause.Status.Detail}",
        };
    }
}
