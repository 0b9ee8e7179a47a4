using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Faults;

/// <summary>
/// A refusal that a caller can act on: a reason of <c>errors.proto</c>, what happened to which record, and the fields at
/// fault. Thrown by any stage, turned into a <c>google.rpc.Status</c> in one place.
/// </summary>
internal sealed class LedgerFault(
    ErrorReason reason,
    string message,
    IReadOnlyDictionary<string, string>? metadata = null,
    IReadOnlyList<FieldViolation>? violations = null,
    TimeSpan? retryAfter = null) : Exception(message)
{
    public ErrorReason Reason { get; } = reason;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata ?? new Dictionary<string, string>();

    public IReadOnlyList<FieldViolation> Violations { get; } = violations ?? [];

    /// <summary>After how long the same call may succeed; null where nothing is known of that.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The same fault, naming the intent that it concerns.</summary>
    public LedgerFault About(IntentHash intent) => new(
        Reason,
        Message,
        new Dictionary<string, string>(Metadata) { ["intent"] = intent.ToString() },
        Violations,
        RetryAfter);
}
