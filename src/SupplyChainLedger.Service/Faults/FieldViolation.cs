namespace SupplyChainLedger.Service.Faults;

/// <summary>One field of a request that is missing or malformed.</summary>
/// <param name="Field">Path of the field as the proto names it, such as <c>action.due_date</c>.</param>
/// <param name="Description">What was found and what is wanted.</param>
internal sealed record FieldViolation(string Field, string Description);
