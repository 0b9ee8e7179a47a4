using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>What came of something that was signed: the record, or the intent while there is none yet.</summary>
internal static class OutcomeView
{
    public static IRenderable Of(Intent intent, Invoice? invoice) =>
        invoice is null ? IntentView.Of(intent) : InvoiceView.Of(invoice);
}
