namespace SupplyChainLedger.Client.Ubl;

/// <summary>A field of the invoice: its business term in EN 16931-1 and its place in UBL (CEN/TS 16931-3-2).</summary>
/// <param name="Term">Number of the term, such as <c>BT-9</c>.</param>
/// <param name="Name">The term in words.</param>
/// <param name="XPath">
/// Where the field stands. <c>cbc</c> and <c>cac</c> are the common basic and aggregate components of UBL 2;
/// the document may use other prefixes.
/// </param>
public sealed record UblField(string Term, string Name, string XPath)
{
    /// <summary>Term and name, such as <c>BT-9 payment due date</c>.</summary>
    public override string ToString() => $"{Term} {Name}";
}
