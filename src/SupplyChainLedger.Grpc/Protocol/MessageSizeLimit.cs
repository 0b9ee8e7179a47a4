using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>How many bytes one message may have, in one direction; null bytes for no limit.</summary>
internal readonly record struct MessageSizeLimit(int? Bytes, string Direction)
{
    public static MessageSizeLimit Received(int? bytes) => new(bytes, "received");

    public static MessageSizeLimit Sent(int? bytes) => new(bytes, "sent");

    public bool IsExceededBy(long length) => length > (Bytes ?? int.MaxValue);

    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the length is over the limit.</exception>
    public void Check(long length)
    {
        if (IsExceededBy(length))
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"The {Direction} message is larger than the limit of {Bytes ?? int.MaxValue} bytes."));
        }
    }
}
