using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Signing;

/// <summary>Which holding of which receivable.</summary>
/// <param name="Receivable">The receivable, which has the id of its invoice.</param>
/// <param name="Holding">The holding.</param>
public readonly record struct HoldingReference(InvoiceId Receivable, HoldingId Holding)
{
    /// <summary>The first holding of a receivable, which the supplier has from the confirmation on.</summary>
    public static HoldingReference RootOf(InvoiceId receivable) => new(receivable, HoldingId.RootOf(receivable));

    /// <summary>The holding that the service shows.</summary>
    /// <exception cref="LedgerMismatchException">Its names are none.</exception>
    public static HoldingReference Of(Holding holding)
    {
        ArgumentNullException.ThrowIfNull(holding);
        if (!ResourceNames.TryParseReceivable(holding.Receivable, out var receivable))
            throw new LedgerMismatchException("the holding's receivable", "a name", $"'{holding.Receivable}'");
        if (!ResourceNames.TryParseHolding(holding.Name, out var id))
            throw new LedgerMismatchException("the holding's name", "a name", $"'{holding.Name}'");
        return new HoldingReference(receivable, id);
    }

    /// <summary>The part that an intent takes out of this holding: it has the intent's digest as its id.</summary>
    public HoldingReference Part(IntentHash intent) => new(Receivable, new HoldingId(intent.Value));
}
