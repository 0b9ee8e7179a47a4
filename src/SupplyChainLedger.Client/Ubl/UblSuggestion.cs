namespace SupplyChainLedger.Client.Ubl;

/// <summary>What to pass on the next try, in a form that a program can act on.</summary>
/// <param name="Parameter">Name of the property of <see cref="UblReadOptions"/>.</param>
/// <param name="Option">The same as an option of the command line.</param>
/// <param name="Format">Form of the value.</param>
/// <param name="Value">
/// A value that the document itself hints at, to be confirmed by a person; null when it hints at none.
/// </param>
public sealed record UblSuggestion(string Parameter, string Option, string Format, string? Value);
