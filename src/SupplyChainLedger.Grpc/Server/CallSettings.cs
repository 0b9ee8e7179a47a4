using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>What the calls of a server have in common.</summary>
internal sealed record CallSettings(
    MessageSizeLimit Received,
    MessageSizeLimit Sent,
    bool CompressResponses,
    TimeProvider Time,
    ILogger Logger,
    CancellationToken ServerStopping);
