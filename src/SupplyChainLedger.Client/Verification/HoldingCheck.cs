using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Verification;

/// <summary>
/// Checks that the holding that the service shows is the one that was signed about. What it looks like may have changed
/// since; which one it is, and where it came from, never does. A record that is not there yet is no contradiction.
/// </summary>
internal static class HoldingCheck
{
    /// <summary>The part that an intent has taken out of a holding.</summary>
    public static void Part(InvoiceId receivable, HoldingId parent, IntentHash digest, Holding? record)
    {
        Change(receivable, new HoldingId(digest.Value), record);
        if (record is not null) RecordCheck.Same("the part's origin", ResourceNames.Of(parent), record.Parent);
    }

    /// <summary>The holding that an intent was about.</summary>
    public static void Change(InvoiceId receivable, HoldingId holding, Holding? record)
    {
        if (record is null) return;
        RecordCheck.Same("the holding's name", ResourceNames.Of(holding), record.Name);
        RecordCheck.Same("its receivable", ResourceNames.OfReceivable(receivable), record.Receivable);
    }

    /// <summary>The receivable that an intent was about.</summary>
    public static void Receivable(InvoiceId receivable, Receivable? record)
    {
        if (record is not null)
            RecordCheck.Same("the receivable's name", ResourceNames.OfReceivable(receivable), record.Name);
    }
}
