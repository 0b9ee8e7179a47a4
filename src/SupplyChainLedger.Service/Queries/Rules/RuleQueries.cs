using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Rules;

/// <summary>The rule book as of one snapshot.</summary>
internal sealed class RuleQueries(SqliteSession session, PageTokens tokens)
{
    /// <summary>The version <c>?1</c>.</summary>
    public const string OneSql = $"SELECT {RuleVersionTable.Columns} FROM rule_version WHERE version = ?1";

    /// <summary>Versions from the newest on, below <c>?1</c>.</summary>
    public const string NewestSql =
        $"SELECT {RuleVersionTable.Columns} FROM rule_version WHERE version < ?1 ORDER BY version DESC";

    private static readonly SqliteValue[] All = [long.MaxValue];

    private readonly RecordList<RuleVersionRecord> _list =
        new(session, tokens, "rules", RuleVersionTable.Read, static one => one.Version);

    /// <summary>One version; null when there is none of this number.</summary>
    public RuleVersionRecord? Find(ushort version) => session.First(OneSql, RuleVersionTable.Read, (long)version);

    /// <summary>The version that receivables live by that are confirmed at a time; null before the first is indexed.
    /// </summary>
    /// <param name="time">Unix seconds.</param>
    public RuleVersionRecord? InForce(ulong time) => session
        .Stream(NewestSql, RuleVersionTable.Read, All)
        .FirstOrDefault(one => one.EffectiveFrom <= time);

    /// <summary>Versions, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list.</exception>
    public Page<RuleVersionRecord> List(PageRequest page) =>
        _list.List("", NewestSql, static below => [below], static _ => true, page);
}
