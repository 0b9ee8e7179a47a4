using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Service.Faults;

/// <summary>Turns a fault into what goes over the wire.</summary>
internal static class FaultStatus
{
    /// <summary>
    /// The fault as a value, with <c>ErrorInfo</c>, with <c>RetryInfo</c> where time helps, and with <c>BadRequest</c>
    /// where fields are at fault.
    /// </summary>
    public static RpcStatus ToStatus(LedgerFault fault)
    {
        var status = new RpcStatus
        {
            Code = (int)ErrorRules.StatusOf(fault.Reason),
            Message = $"{fault.Message} {ErrorRules.RemedyOf(fault.Reason)}",
        };
        status.Details.Add(Any.Pack(new ErrorInfo
        {
            Reason = ErrorRules.NameOf(fault.Reason),
            Domain = ErrorRules.Domain,
            Metadata = { fault.Metadata.ToDictionary() },
        }));
        if (fault.RetryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        if (fault.Violations.Count == 0) return status;

        var badRequest = new BadRequest();
        badRequest.FieldViolations.AddRange(fault.Violations.Select(violation =>
            new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }));
        status.Details.Add(Any.Pack(badRequest));
        return status;
    }

    /// <summary>The fault as the exception that ends a call, details in its trailers.</summary>
    public static RpcException ToRpcException(LedgerFault fault) => ToStatus(fault).ToRpcException();
}
