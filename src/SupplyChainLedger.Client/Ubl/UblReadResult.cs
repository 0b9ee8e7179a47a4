using System.Diagnostics.CodeAnalysis;

namespace SupplyChainLedger.Client.Ubl;

/// <summary>An invoice, or everything that is wrong with the document.</summary>
public sealed record UblReadResult
{
    private UblReadResult()
    {
    }

    /// <summary>Whether there is an invoice.</summary>
    [MemberNotNullWhen(true, nameof(Invoice))]
    public bool IsInvoice => Invoice is not null;

    /// <summary>The invoice; null when there are errors.</summary>
    public UblInvoice? Invoice { get; private init; }

    /// <summary>
    /// Every error that could be found at once: of structure first, then field by field. Empty with an invoice.
    /// </summary>
    public IReadOnlyList<UblError> Errors { get; private init; } = [];

    /// <summary>What the signer should know.</summary>
    public IReadOnlyList<UblWarning> Warnings { get; private init; } = [];

    internal static UblReadResult Of(UblInvoice invoice, IReadOnlyList<UblWarning> warnings) =>
        new() { Invoice = invoice, Warnings = warnings };

    internal static UblReadResult Refused(IReadOnlyList<UblError> errors, IReadOnlyList<UblWarning> warnings) =>
        new() { Errors = errors, Warnings = warnings };
}
