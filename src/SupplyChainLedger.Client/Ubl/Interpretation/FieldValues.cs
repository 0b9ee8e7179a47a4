using SupplyChainLedger.Client.Ubl.Scanning;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>The scanned values by field. An empty element counts as none.</summary>
internal sealed class FieldValues(UblScan scan)
{
    private readonly ILookup<UblField, UblValue> _values =
        scan.Values.Where(value => value.Text.Length > 0 || !value.IsUsable).ToLookup(value => value.Field);

    /// <summary>Every value of a field that may repeat.</summary>
    public IEnumerable<UblValue> All(UblField field) => _values[field].Where(value => value.IsUsable);

    /// <summary>The value, or null when there is none that can be used.</summary>
    public UblValue? One(UblField field) => All(field).FirstOrDefault();

    /// <summary>Whether the document has neither a value nor an error in its place.</summary>
    public bool IsMissing(UblField field) => !_values.Contains(field);

    /// <summary>The value; where there is none, that is an error.</summary>
    public UblValue? Required(UblField field, Findings findings)
    {
        if (IsMissing(field))
        {
            findings.Add(UblError.At(
                field,
                null,
                UblReason.FieldMissing,
                "the document has no value for it",
                "Add it to the document; EN 16931 requires it."));
        }

        return One(field);
    }
}
