using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Client.Signing;

/// <summary>Which holding of which receivable.</summary>
/// <param name="Receivable">The receivable, which has the id of its invoice.</param>
/// <param name="Holding">The holding.</param>
public readonly record struct HoldingReference(InvoiceId Receivable, HoldingId Holding)
{
    /// <summary>The first holding of a receivable, which the supplier has from the confirmation on.</summary>
    public static HoldingReference RootOf(InvoiceId receivable) => new(receivable, HoldingId.RootOf(receivable));

    /// <summary>The part that an intent takes out of this holding: it has the intent's digest as its id.</summary>
    public HoldingReference Part(IntentHash intent) => new(Receivable, new HoldingId(intent.Value));
}
