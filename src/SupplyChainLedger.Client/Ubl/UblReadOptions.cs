namespace SupplyChainLedger.Client.Ubl;

/// <summary>What the caller knows better than the document.</summary>
public sealed record UblReadOptions
{
    /// <summary>Nothing.</summary>
    public static readonly UblReadOptions Default = new();

    /// <summary>
    /// The due date to sign. It stands in for a missing one (BT-9), and wins over the document's with a warning.
    /// Not before the date of issue.
    /// </summary>
    public DateOnly? DueDate { get; init; }
}
