using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Participants;

/// <summary>Participants as of one snapshot.</summary>
internal sealed class ParticipantQueries(SqliteSession session, IndexHead head, PageTokens tokens)
{
    private const string ListName = "participants";

    private readonly Dictionary<ParticipantId, string> _handles = [];

    /// <summary>The participant of a number; null when there is none.</summary>
    public ParticipantRow? Find(ParticipantId id) => First(ParticipantSql.ById, (long)id.Value);

    /// <summary>The participant of a handle; null when there is none.</summary>
    public ParticipantRow? Find(string handle) => First(ParticipantSql.ByHandle, handle);

    /// <summary>The handle of a participant that a record or an event names.</summary>
    /// <exception cref="LedgerFault">INDEX_BEHIND: the index has not come to its registration yet.</exception>
    /// <exception cref="InvalidDataException">There is no such participant.</exception>
    public string HandleOf(ParticipantId id)
    {
        if (_handles.TryGetValue(id, out var known)) return known;
        return _handles[id] = session.First(ParticipantSql.HandleOf, static row => row.GetString(0), (long)id.Value)
            ?? throw (head.IsCaughtUp
                ? new InvalidDataException($"The index names the participant {id}, which it does not have.")
                : LedgerFaults.IndexIncomplete(head));
    }

    /// <summary>Above how much two keys of a participant must sign, by currency.</summary>
    public IReadOnlyList<Threshold> ThresholdsOf(ParticipantId id) => ThresholdTable.Of(session, id);

    /// <summary>Participants by number.</summary>
    /// <param name="role">Only those with this one role; null means all.</param>
    /// <param name="page">Which page.</param>
    /// <exception cref="LedgerFault">The page token is not of this list and role.</exception>
    public Page<ParticipantRow> List(ParticipantRoles? role, PageRequest page)
    {
        var description = $"role={(int?)role}";
        var above = page.Token.Length == 0 ? 0 : tokens.Read(ListName, description, page.Token).First;
        var more = (long)page.Size + 1;
        var ids = role is { } one
            ? session.All(ParticipantSql.IdsInRole, ReadId, above, more, (long)one)
            : session.All(ParticipantSql.Ids, ReadId, above, more);
        var shown = ids.Take(page.Size).ToList();
        var next = ids.Count > page.Size ? tokens.Write(ListName, description, new PageCursor(shown[^1].Value)) : "";
        return new Page<ParticipantRow>(shown.ConvertAll(id => Find(id)!), next);
    }

    private ParticipantRow? First(string sql, SqliteValue key) => session.First(sql, Read, key) is { } found
        ? found with { Record = ParticipantTable.WithSigners(session, found.Record) }
        : null;

    private static ParticipantId ReadId(SqliteRow row) => new((uint)row.GetInt64(0));

    private static ParticipantRow Read(SqliteRow row) =>
        new(ParticipantTable.Read(row), RecordedAtColumns.Read(row, ParticipantTable.ColumnCount));
}
