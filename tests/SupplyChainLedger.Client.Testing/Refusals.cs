using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.V1;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace SupplyChainLedger.Client.Testing;

/// <summary>Refusals as the service sends them.</summary>
public static class Refusals
{
    /// <summary>A refusal that ends a call.</summary>
    public static RpcException Of(ErrorReason reason, string message, params FieldViolation[] violations)
    {
        var status = StatusOf(reason, message, violations);
        return new RpcException(
            new Status((StatusCode)status.Code, status.Message),
            new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    /// <summary>The status that such an exception carries.</summary>
    public static RpcStatus StatusOf(RpcException refusal) =>
        RpcStatus.Parser.ParseFrom(refusal.Trailers.Single(entry => entry.Key == "grpc-status-details-bin").ValueBytes);

    private static RpcStatus StatusOf(ErrorReason reason, string message, FieldViolation[] violations)
    {
        var status = new RpcStatus { Code = ErrorReasons.StatusOf(reason), Message = message };
        status.Details.Add(Any.Pack(new ErrorInfo
        {
            Reason = ErrorReasons.NameOf(reason),
            Domain = ErrorReasons.Domain,
            Metadata = { ["note"] = message },
        }));
        if (violations.Length == 0) return status;

        var fields = new BadRequest();
        fields.FieldViolations.AddRange(violations.Select(violation =>
            new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }));
        status.Details.Add(Any.Pack(fields));
        return status;
    }
}
