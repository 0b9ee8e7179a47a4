namespace SupplyChainLedger.Client.Ubl;

/// <summary>How much of a document is taken.</summary>
public static class UblLimits
{
    /// <summary>
    /// The largest file: 10 MiB, attachments included. A larger one is refused before it is read whole.
    /// </summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The deepest nesting of elements. Invoices with sub-lines in sub-lines have some 20 levels.</summary>
    public const int MaxDepth = 100;

    /// <summary>The longest value of a field, in UTF-16 units. Payment terms are cut there, others refused.</summary>
    public const int MaxValueChars = 4096;

    /// <summary>The longest attribute that is looked at: a scheme's or a currency's code, in UTF-16 units.</summary>
    public const int MaxAttributeChars = 64;

    /// <summary>
    /// How often an element that may repeat does so within its parent: identifiers, tax schemes, notes.
    /// </summary>
    public const int MaxRepeats = 100;
}
