using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Exposures;

/// <summary>
/// The table <c>exposure_use</c>: what a financier holds or has locked of an obligor. Like the contract it counts the
/// holdings that are financed by their holder, and those that an accepted offer keeps for its financier.
/// </summary>
internal static class ExposureUseTable
{
    private const string AddSql = """
        INSERT INTO exposure_use VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (financier, obligor, currency) DO UPDATE SET amount = amount + excluded.amount
        """;

    private const string ForgetNoneSql =
        "DELETE FROM exposure_use WHERE financier = ?1 AND obligor = ?2 AND currency = ?3 AND amount = 0";

    /// <summary>Moves what a holding counts for from how it was to how it is.</summary>
    public static void Move(SqliteSession writer, IndexedHoldingChange change)
    {
        if (change.Before is { } before) Count(writer, before, -1);
        Count(writer, change.After, 1);
    }

    /// <summary>Takes a holding that is forgotten out of the count.</summary>
    public static void Remove(SqliteSession writer, IndexedHolding holding) => Count(writer, holding, -1);

    private static void Count(SqliteSession writer, IndexedHolding holding, int sign)
    {
        var record = holding.Record;
        if (record.Amount == 0) return;
        var amount = sign * checked((long)record.Amount);
        if (record.Financed) Add(writer, record.Holder, holding, amount);
        if (record.Step is HoldingStep.OfferAccepted or HoldingStep.DisbursementDeclared
            or HoldingStep.DisbursementContested)
            Add(writer, record.Counterparty, holding, amount);
    }

    private static void Add(SqliteSession writer, ParticipantId financier, IndexedHolding holding, long amount)
    {
        var obligor = (long)holding.Obligor.Value;
        writer.Execute(AddSql, (long)financier.Value, obligor, holding.Currency, amount);
        if (amount < 0) writer.Execute(ForgetNoneSql, (long)financier.Value, obligor, holding.Currency);
    }
}
