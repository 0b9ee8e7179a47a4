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
    private const string UsedSql =
        "SELECT amount FROM exposure_use WHERE financier = ?1 AND obligor = ?2 AND currency = ?3";

    private const string SetSql = "INSERT OR REPLACE INTO exposure_use VALUES (?1, ?2, ?3, ?4)";

    private const string ForgetSql = "DELETE FROM exposure_use WHERE financier = ?1 AND obligor = ?2 AND currency = ?3";

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

    /// <summary>Adds as the contract does, in 64 bits without a sign.</summary>
    private static void Add(SqliteSession writer, ParticipantId financier, IndexedHolding holding, long amount)
    {
        var obligor = (long)holding.Obligor.Value;
        var before = writer.Number(UsedSql, (long)financier.Value, obligor, holding.Currency) ?? 0;
        var after = unchecked(before + amount);
        if (after == 0) writer.Execute(ForgetSql, (long)financier.Value, obligor, holding.Currency);
        else writer.Execute(SetSql, (long)financier.Value, obligor, holding.Currency, after);
    }
}
