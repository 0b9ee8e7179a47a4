using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>The handler's view of a call.</summary>
internal sealed class HttpServerCallContext(ServerCall call) : ServerCallContext
{
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private Dictionary<object, object>? _userState;

    public HttpContext Http => call.Http;

    protected override string MethodCore => call.Method.FullName;

    protected override string HostCore => call.Http.Request.Host.Value ?? "";

    protected override string PeerCore
    {
        get
        {
            var connection = call.Http.Connection;
            if (connection.RemoteIpAddress is not { } address)
                return "unknown";
            var family = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "ipv6" : "ipv4";
            var text = family == "ipv6" ? $"[{address}]" : address.ToString();
            return string.Create(CultureInfo.InvariantCulture, $"{family}:{text}:{connection.RemotePort}");
        }
    }

    protected override DateTime DeadlineCore => call.Deadline;

    protected override Metadata RequestHeadersCore =>
        _requestHeaders ??= MetadataHeaders.Read(call.Http.Request.Headers);

    protected override CancellationToken CancellationTokenCore => call.CancellationToken;

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>The trailers that the handler set, without making any.</summary>
    public Metadata TrailersOrEmpty => _responseTrailers ?? Metadata.Empty;

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) =>
        call.StartResponseAsync(responseHeaders);
}
