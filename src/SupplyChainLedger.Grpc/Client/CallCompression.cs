using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>
/// A call is compressed when its metadata holds <c>grpc-internal-encoding-request: gzip</c>, which is how gRPC clients
/// ask for it; single writes may opt out.
/// </summary>
internal static class CallCompression
{
    public static bool IsRequested(CallOptions options) =>
        options.Headers?.GetValue(ProtocolHeaders.CompressionRequest) == MessageCompression.Gzip;

    public static bool AppliesTo(CallOptions options) =>
        IsRequested(options) && ((options.WriteOptions?.Flags ?? WriteFlags.None) & WriteFlags.NoCompress) == 0;
}
