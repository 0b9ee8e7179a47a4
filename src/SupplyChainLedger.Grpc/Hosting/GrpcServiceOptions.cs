namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>How a gRPC server treats its calls.</summary>
public sealed class GrpcServiceOptions
{
    /// <summary>The largest request message in bytes, 4 MiB unless set; null for no limit of its own.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest response message in bytes; null, as it is unless set, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary><c>gzip</c> to compress responses for clients that understand it; null for none.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>What stands around every call, the first one outermost.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}
