using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>Which invoices to list. What is absent does not narrow.</summary>
public sealed record InvoiceFilter
{
    /// <summary>All invoices.</summary>
    public static readonly InvoiceFilter All = new();

    /// <summary>Only those in this state; unspecified means any.</summary>
    public InvoiceState State { get; init; }

    /// <summary>Only those of the supplier with this handle.</summary>
    public string? Supplier { get; init; }

    /// <summary>Only those to the buyer with this handle.</summary>
    public string? Buyer { get; init; }

    /// <summary>Only those due before this date.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>How many a page holds, 1 to 1000; 0 leaves it to the service.</summary>
    public int PageSize { get; init; }
}
