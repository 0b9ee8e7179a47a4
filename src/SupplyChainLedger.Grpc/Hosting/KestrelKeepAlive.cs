using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>
/// Pings idle HTTP/2 connections, so that a stream to a client that vanished without a word ends, unless the host set
/// its own times.
/// </summary>
internal sealed class KestrelKeepAlive : IPostConfigureOptions<KestrelServerOptions>
{
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);

    public void PostConfigure(string? name, KestrelServerOptions options)
    {
        if (options.Limits.Http2.KeepAlivePingDelay == TimeSpan.MaxValue)
            options.Limits.Http2.KeepAlivePingDelay = PingDelay;
    }
}
