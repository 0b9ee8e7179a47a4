using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;
using SupplyChainLedger.Simulation.Chain;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>
/// Nothing is made or lost: what is held of each receivable is what was confirmed and is not paid, no more is financed
/// than is held, and the index has every holding as the ledger has it.
/// </summary>
internal static class Conservation
{
    private const string UsedSql =
        "SELECT COALESCE(SUM(amount), 0) FROM exposure_use WHERE financier = ?1 AND obligor = ?2";

    public static void Require(LedgerState state, IndexDatabase index, Verdict verdict)
    {
        using var reading = index.Read();
        foreach (var (id, invoice) in state.Invoices)
            if (invoice.State == ClaimState.Confirmed) RequireSum(id, invoice, state, reading.Session, verdict);
        foreach (var (place, record) in state.Holdings)
        {
            var indexed = HoldingTable.Find(reading.Session, place.Id)?.Record;
            verdict.Require(
                indexed == record, () => $"holding {place.Id} is {record}, and in the index {indexed}");
        }

        RequireExposures(state, reading.Session, verdict);
    }

    private static void RequireSum(
        InvoiceId id, ClaimedInvoice invoice, LedgerState state, SqliteSession index, Verdict verdict)
    {
        var held = state.Holdings.Where(one => one.Key.Receivable == id)
            .Aggregate(0UL, static (sum, one) => sum + one.Value.Amount);
        verdict.Require(
            held == invoice.Confirmed - invoice.Paid,
            () => $"receivable {id}: {held} is held, {invoice.Confirmed} was confirmed and {invoice.Paid} paid");
        var indexed = ReceivableTable.Find(index, id);
        verdict.Require(
            indexed is not null
                && indexed.Confirmed == invoice.Confirmed && indexed.Paid == invoice.Paid
                && indexed.Outstanding == held
                && indexed.Credited + indexed.WrittenOff + indexed.Cancelled == 0,
            () => $"receivable {id} is {indexed} in the index: {held} is held, {invoice} in the ledger");
    }

    private static void RequireExposures(LedgerState state, SqliteSession index, Verdict verdict)
    {
        foreach (var ((financier, obligor), exposure) in state.Exposures)
        {
            var held = state.Holdings
                .Where(one => state.Find(one.Key.Receivable)!.Buyer == obligor)
                .Where(one => one.Value.IsFinancedBy(financier))
                .Aggregate(0UL, static (sum, one) => sum + one.Value.Amount);
            var used = (ulong)index.Number(UsedSql, (long)financier.Value, (long)obligor.Value)!.Value;
            verdict.Require(
                exposure.Used == held && used == held,
                () => $"financier {financier} holds or has locked {held} of {obligor}; the ledger counts "
                    + $"{exposure.Used}, the index {used}");
        }
    }
}
