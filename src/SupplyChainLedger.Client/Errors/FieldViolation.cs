namespace SupplyChainLedger.Client.Errors;

/// <summary>One field of a request that the service refused (<c>google.rpc.BadRequest</c>).</summary>
/// <param name="Field">Path of the field as the API names it, such as <c>action.due_date</c>.</param>
/// <param name="Description">What was found and what is wanted.</param>
public sealed record FieldViolation(string Field, string Description);
