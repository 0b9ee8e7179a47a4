using Google.Protobuf;
using SupplyChainLedger.Grpc.Protocol;

namespace Grpc.Core;

/// <summary>Carries <c>google.rpc.Status</c>, with its details, over <c>grpc-status-details-bin</c>.</summary>
public static class RpcStatusExtensions
{
    /// <summary>The exception that ends a call with this status and its details.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new RpcException(
            new Status((StatusCode)status.Code, status.Message),
            new Metadata { { ProtocolHeaders.StatusDetails, status.ToByteArray() } });
    }

    /// <summary>The status with details that a call ended with, or null when it carries none.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException exception) => exception.Trailers.GetRpcStatus();

    /// <summary>The status with details in these trailers, or null when there is none that can be read.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata)
    {
        if (metadata.GetValueBytes(ProtocolHeaders.StatusDetails) is not { } bytes)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
