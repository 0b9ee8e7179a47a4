namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The headers that gRPC's HTTP/2 protocol names.</summary>
internal static class ProtocolHeaders
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string StatusDetails = "grpc-status-details-bin";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>Metadata by which an application asks its own side to compress; it never goes over the wire.</summary>
    public const string CompressionRequest = "grpc-internal-encoding-request";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        Status, Message, Timeout, Encoding, AcceptEncoding, CompressionRequest, "grpc-message-type",
        "content-type", "content-length", "te", "host", "connection", "transfer-encoding", "trailer",
        "accept-encoding", "upgrade", "keep-alive", "proxy-connection",
    };

    /// <summary>Whether a header belongs to the protocol rather than to the application's metadata.</summary>
    public static bool IsReserved(string name) => name.Length == 0 || name[0] == ':' || Reserved.Contains(name);
}
