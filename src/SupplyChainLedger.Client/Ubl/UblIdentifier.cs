namespace SupplyChainLedger.Client.Ubl;

/// <summary>An identifier and the scheme that it is unique in.</summary>
/// <param name="Value">The identifier as the document writes it, white space collapsed.</param>
/// <param name="SchemeId">
/// Code of the scheme: of ISO 6523 for parties, of the list of electronic address schemes for endpoints.
/// Null where the document names none.
/// </param>
public sealed record UblIdentifier(string Value, string? SchemeId)
{
    /// <summary>The identifier with its scheme in front, such as <c>0088:4721480668400</c>.</summary>
    public override string ToString() => SchemeId is null ? Value : $"{SchemeId}:{Value}";
}
