using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>Of each receivable no unit is made or lost, and no more is financed than is held.</summary>
internal static class Sums
{
    private const int Sample = 60;

    /// <exception cref="ScenarioFailed">The figures of one do not add up.</exception>
    public static async Task RequireAsync(Stage stage, ChainHistory history, CancellationToken cancellation)
    {
        foreach (var receivable in stage.Sample(history.Receivables, Sample))
            await RequireAsync(stage.Load.Buyer.Client, receivable, cancellation);
    }

    private static async Task RequireAsync(
        LedgerClient client, InvoiceId id, CancellationToken cancellation)
    {
        var receivable = (await client.Receivables.GetReceivableAsync(id, 0, cancellation)).Receivable;
        var holdings = (await Pages.ReadAllAsync(
            new ListHoldingsRequest { Receivable = receivable.Name, PageSize = 1000 },
            client.Receivables.ListHoldingsAsync,
            cancellation)).Holdings;
        var gone = new[]
        {
            receivable.PaidAmount, receivable.CreditedAmount, receivable.WrittenOffAmount, receivable.CancelledAmount,
        }.Sum(static amount => amount?.MinorUnits ?? 0);
        var held = holdings.Sum(static one => one.Amount.MinorUnits);
        var financed = holdings.Where(static one => one.Financed).Sum(static one => one.Amount.MinorUnits);
        ScenarioFailed.Unless(
            held == receivable.ConfirmedAmount.MinorUnits - gone,
            $"{receivable.Name}: {held} is held of {receivable.ConfirmedAmount.MinorUnits}, and {gone} is gone");
        ScenarioFailed.Unless(financed <= held, $"{receivable.Name}: {financed} is financed and {held} held");
    }
}
