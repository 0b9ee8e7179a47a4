namespace SupplyChainLedger.Grpc.Client;

/// <summary>How a channel calls its server.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>The largest response message in bytes, 4 MiB unless set; null for no limit of its own.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest request message in bytes; null, as it is unless set, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>
    /// What sends the requests, which must speak HTTP/2. Unless set, connections of the channel's own, kept alive by
    /// pings while calls are under way.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>The clock of deadlines.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
