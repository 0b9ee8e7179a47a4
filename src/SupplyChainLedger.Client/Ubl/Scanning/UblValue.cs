namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>The value of a field, as one element of the document gives it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Place">The element's place.</param>
/// <param name="Text">The element's text with white space collapsed; may be empty.</param>
/// <param name="SchemeId">The attribute <c>schemeID</c>, trimmed; null when absent or empty.</param>
/// <param name="CurrencyId">The attribute <c>currencyID</c>, trimmed; null when absent or empty.</param>
/// <param name="IsUsable">False when an error about the element stands already and its text means nothing.</param>
internal sealed record UblValue(
    UblField Field, UblPlace Place, string Text, string? SchemeId, string? CurrencyId, bool IsUsable);
