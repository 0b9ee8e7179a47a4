using Google.Rpc;
using Grpc.Core;

namespace SupplyChainLedger.EndToEnd.Tests.Support;

/// <summary>What a refused call tells its caller.</summary>
/// <param name="Status">The gRPC status code.</param>
/// <param name="Reason">The stable reason.</param>
/// <param name="Metadata">The records concerned.</param>
/// <param name="Fields">The fields at fault.</param>
public sealed record Refusal(
    StatusCode Status, string Reason, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Fields)
{
    /// <summary>Makes the call and reads why it failed.</summary>
    public static async Task<Refusal> OfAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call)
    {
        var options = new CallOptions(cancellationToken: TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await call(options));
        var status = fault.GetRpcStatus();
        Assert.NotNull(status);
        var info = status.Details.Single(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        var fields = status.Details.Where(detail => detail.Is(BadRequest.Descriptor))
            .SelectMany(detail => detail.Unpack<BadRequest>().FieldViolations, (_, violation) => violation.Field);
        return new Refusal(fault.StatusCode, info.Reason, info.Metadata, [.. fields]);
    }
}
