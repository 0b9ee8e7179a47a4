using SupplyChainLedger.V1;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Client.Errors;

/// <summary>The service or the ledger refused what was asked, and says why.</summary>
public sealed class LedgerException : Exception
{
    internal LedgerException(
        RpcStatus status,
        string reason,
        IReadOnlyDictionary<string, string> metadata,
        IReadOnlyList<FieldViolation> violations,
        Exception? cause = null)
        : base(status.Message, cause)
    {
        Status = status;
        ReasonName = reason;
        Metadata = metadata;
        Violations = violations;
    }

    /// <summary>The stable name of the reason, such as <c>INVOICE_ALREADY_EXISTS</c>.</summary>
    /// <remarks>The name of the gRPC status code where the service gave no reason of its own.</remarks>
    public string ReasonName { get; }

    /// <summary>The reason; unspecified for one that this version of the client does not know.</summary>
    public ErrorReason Reason => ErrorReasons.Find(ReasonName);

    /// <summary>The records concerned, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The fields at fault; empty when none is.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; }

    /// <summary>The error as the API has it.</summary>
    public RpcStatus Status { get; }
}
