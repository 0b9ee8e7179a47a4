namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>The values that one pass over a document gave, and what was wrong on the way.</summary>
/// <param name="Values">In the order of the document.</param>
/// <param name="Errors">Errors of structure.</param>
/// <param name="IsWhole">Whether the document was read to its end, so that what was not seen is not there.</param>
internal sealed record UblScan(IReadOnlyList<UblValue> Values, IReadOnlyList<UblError> Errors, bool IsWhole)
{
    public static UblScan Broken(UblError error) => new([], [error], IsWhole: false);
}
