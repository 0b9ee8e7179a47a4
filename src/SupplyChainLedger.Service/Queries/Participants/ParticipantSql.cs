using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Participants;

namespace SupplyChainLedger.Service.Queries.Participants;

/// <summary>What the queries of participants ask of the index.</summary>
internal static class ParticipantSql
{
    public const string HandleOf = "SELECT handle FROM participant WHERE id = ?1";

    /// <summary>Numbers above <c>?1</c>, at most <c>?2</c>.</summary>
    public const string Ids = "SELECT id FROM participant WHERE id > ?1 ORDER BY id LIMIT ?2";

    /// <summary>Numbers above <c>?1</c>, at most <c>?2</c>, of participants with the role <c>?3</c>.</summary>
    public const string IdsInRole =
        "SELECT participant FROM participant_role WHERE role = ?3 AND participant > ?1 ORDER BY participant LIMIT ?2";

    public static readonly string ById = $"{Select} WHERE p.id = ?1";

    public static readonly string ByHandle = $"{Select} WHERE p.handle = ?1";

    private static string Select =>
        $"""
        SELECT {ParticipantTable.Columns}, {RecordedAtColumns.Of("e", "b")}
        FROM participant p
        JOIN event e ON e.at = p.registered
        JOIN block b ON b.number = p.registered >> 24
        """;
}
