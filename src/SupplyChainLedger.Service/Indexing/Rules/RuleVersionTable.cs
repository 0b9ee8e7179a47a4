using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Rules;

/// <summary>The table <c>rule_version</c>: one row a version of the rule book. A version never changes.</summary>
internal static class RuleVersionTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "version, proposed, intent, effective_from, standard_tenor_days, max_tenor_days, grace_days, transfer_hours, "
        + "disbursement_hours, acknowledgement_hours, dispute_days, smallest_part, max_hands, trade_document_required, "
        + "registry_reference_required, currencies, name";

    private const string InsertSql =
        "INSERT INTO rule_version VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";

    public static void Project(SqliteSession writer, LedgerEvent logged, LogPosition at)
    {
        if (logged is not RulesProposed e) return;
        var rules = e.Rules;
        writer.Execute(
            InsertSql,
            (long)e.Version, at.Key, e.Intent.Value.ToBytes(), unchecked((long)e.EffectiveFrom),
            (long)rules.StandardTenorDays, (long)rules.MaxTenorDays, (long)rules.GraceDays, (long)rules.TransferHours,
            (long)rules.DisbursementHours, (long)rules.AcknowledgementHours, (long)rules.DisputeDays,
            unchecked((long)rules.SmallestPart), (long)rules.MaxHands, rules.TradeDocumentRequired ? 1L : 0L,
            rules.RegistryReferenceRequired ? 1L : 0L, rules.Currencies, rules.Name);
    }

    /// <summary>Takes back the versions that were proposed from <paramref name="firstKey"/> on.</summary>
    public static void DeleteFrom(SqliteSession writer, long firstKey) =>
        writer.Execute("DELETE FROM rule_version WHERE proposed >= ?1", firstKey);

    public static RuleVersionRecord Read(SqliteRow row) => new(
        (ushort)row.GetInt64(0),
        new RuleSet(
            (ushort)row.GetInt64(4),
            (ushort)row.GetInt64(5),
            (byte)row.GetInt64(6),
            (ushort)row.GetInt64(7),
            (ushort)row.GetInt64(8),
            (ushort)row.GetInt64(9),
            (ushort)row.GetInt64(10),
            row.GetUnsigned(11),
            (byte)row.GetInt64(12),
            row.GetFlag(13),
            row.GetFlag(14),
            row.GetString(15),
            row.GetString(16)),
        row.GetUnsigned(3),
        row.GetHash(2) == Hash32.Zero ? null : row.GetIntent(2),
        row.GetPosition(1));
}
