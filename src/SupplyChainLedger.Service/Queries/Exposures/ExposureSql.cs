using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Queries.Exposures;

/// <summary>What the queries of exposures ask of the index.</summary>
internal static class ExposureSql
{
    /// <summary>The exposure of the financier <c>?1</c> to the obligor <c>?2</c> in the currency <c>?3</c>.</summary>
    public const string One = $"{Select} exposure_limit l {Use} WHERE l.financier = ?1 AND l.obligor = ?2 "
        + "AND l.currency = ?3";

    private const string Select =
        "SELECT l.financier, l.obligor, l.currency, l.most, ifnull(u.amount, 0), l.changed FROM";

    private const string Use = "LEFT JOIN exposure_use u "
        + "ON u.financier = l.financier AND u.obligor = l.obligor AND u.currency = l.currency";

    /// <summary>
    /// At most <c>?4</c> exposures after the financier <c>?1</c>, obligor <c>?2</c> and currency <c>?3</c>, in this
    /// order; a financier that is asked for is <c>?1</c>, an obligor that is asked for <c>?2</c>.
    /// </summary>
    public static string After(ParticipantId? financier, ParticipantId? obligor)
    {
        var (index, condition) = (financier, obligor) switch
        {
            (null, null) => ("", "(l.financier, l.obligor, l.currency) > (?1, ?2, ?3)"),
            (_, null) => ("", "l.financier = ?1 AND (l.obligor, l.currency) > (?2, ?3)"),
            (null, _) => (
                "INDEXED BY exposure_limit_by_obligor", "l.obligor = ?2 AND (l.financier, l.currency) > (?1, ?3)"),
            _ => ("", "l.financier = ?1 AND l.obligor = ?2 AND l.currency > ?3"),
        };
        return $"{Select} exposure_limit l {index} {Use} WHERE {condition} "
            + "ORDER BY l.financier, l.obligor, l.currency LIMIT ?4";
    }
}
