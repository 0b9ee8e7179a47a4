using System.Collections.Concurrent;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>A way to one gRPC server over HTTP/2: with TLS for <c>https</c>, without for <c>http</c>.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    private readonly Uri _address;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, Uri> _methodAddresses = new();

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        Received = MessageSizeLimit.Received(options.MaxReceiveMessageSize);
        Sent = MessageSizeLimit.Sent(options.MaxSendMessageSize);
        Time = options.TimeProvider;
        Http = options.HttpHandler is { } handler
            ? new HttpMessageInvoker(handler, disposeHandler: false)
            : new HttpMessageInvoker(OwnConnections(address), disposeHandler: true);
    }

    internal HttpMessageInvoker Http { get; }

    internal MessageSizeLimit Received { get; }

    internal MessageSizeLimit Sent { get; }

    internal TimeProvider Time { get; }

    /// <summary>Cancelled when the channel is disposed.</summary>
    internal CancellationToken Closed => _closed.Token;

    /// <summary>Makes a channel; it connects with the first call.</summary>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address.</exception>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions? channelOptions = null) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? ForAddress(uri, channelOptions)
            : throw new ArgumentException($"'{address}' is not an absolute address.", nameof(address));

    /// <summary>Makes a channel; it connects with the first call.</summary>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions? channelOptions = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{address}' is not an http or https address.", nameof(address));
        return new GrpcChannel(address, channelOptions ?? new GrpcChannelOptions());
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker() => new HttpCallInvoker(this);

    /// <summary>Cancels the calls under way and closes the channel's own connections.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        Http.Dispose();
    }

    internal Uri AddressOf(IMethod method) =>
        _methodAddresses.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), _address);

    private static SocketsHttpHandler OwnConnections(Uri address) => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = address.Scheme == Uri.UriSchemeHttps, // no HTTP proxy passes HTTP/2 without TLS on
        ConnectTimeout = ConnectTimeout,
        KeepAlivePingDelay = PingDelay,
        KeepAlivePingTimeout = PingTimeout,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
    };
}
