using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Progress;

/// <summary>What callers may read of the outbox.</summary>
internal sealed class IntentLog(OutboxDatabase outbox)
{
    private const string Newest = $"SELECT {EntryRow.Columns} FROM intent WHERE sequence < ?1";

    private const string Order = " ORDER BY sequence DESC LIMIT ?2";

    // Each is counted by the index that holds nothing else.
    private const string CountStandings = """
        SELECT (SELECT COUNT(*) FROM intent WHERE state = 1), (SELECT COUNT(*) FROM intent WHERE state = 2),
            (SELECT COUNT(*) FROM intent WHERE final = 0 AND block_number IS NOT NULL)
        """;

    private const string OldestPending = """
        SELECT accepted_at FROM intent
        WHERE sequence IN (
            SELECT MIN(sequence) FROM intent WHERE state = 1
            UNION ALL SELECT MIN(sequence) FROM intent WHERE state = 2)
        ORDER BY accepted_at LIMIT 1
        """;

    /// <summary>The intent with this digest; null when this service has not accepted it.</summary>
    public OutboxEntry? Find(IntentHash intent) => outbox.Read(sqlite => EntryTable.Find(sqlite, intent));

    /// <summary>Intents, the newest first.</summary>
    /// <param name="participant">Only those that bind it; null for all.</param>
    /// <param name="state">Only those that stand there; null for all.</param>
    /// <param name="before">Only those accepted before this one: <see cref="OutboxEntry.Sequence"/> of the last one of
    /// the page before; null for the first page.</param>
    /// <param name="limit">At most this many.</param>
    public IReadOnlyList<OutboxEntry> List(ParticipantId? participant, EntryState? state, long? before, int limit)
    {
        var from = before ?? long.MaxValue;
        var standing = state is { } wanted ? Standing(wanted) : "";
        return outbox.Read(sqlite => participant is { } bound
            ? sqlite.All(
                $"{Newest}{standing} AND {Bound(state)} = ?3{Order}",
                EntryRow.Read, from, limit, (long)bound.Value)
            : sqlite.All($"{Newest}{standing}{Order}", EntryRow.Read, from, limit));
    }

    /// <summary>In the words by which the index of the state is found, where there is one.</summary>
    private static string Standing(EntryState state) =>
        state > EntryState.Executed ? $" AND state >= 4 AND state = {(int)state}" : $" AND state = {(int)state}";

    /// <summary>What is pending is little, whoever is bound by it; the plus sign keeps SQLite from going through
    /// everything that ever bound the participant.</summary>
    private static string Bound(EntryState? state) =>
        state is EntryState.Waiting or EntryState.Sent ? "+participant" : "participant";

    /// <summary>How many intents are not final, by where they stand.</summary>
    public Standings ReadStandings() => outbox.Read(static sqlite => sqlite.First(
        CountStandings, static row => new Standings(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))))!;

    /// <summary>What is on its way.</summary>
    public Backlog ReadBacklog() => outbox.Read(static sqlite => new Backlog(
        sqlite.Number(EntryTable.CountPending) ?? 0,
        sqlite.Number(OldestPending) is { } oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null));
}

/// <summary>Accepted intents that no block has taken yet.</summary>
/// <param name="Depth">How many.</param>
/// <param name="Oldest">When the oldest of them was accepted; null when there is none.</param>
internal sealed record Backlog(long Depth, DateTimeOffset? Oldest);

/// <summary>Intents that are not final.</summary>
/// <param name="Waiting">In no transaction.</param>
/// <param name="Sent">In a transaction, and in no block.</param>
/// <param name="Included">Decided by a block that is not final.</param>
internal sealed record Standings(long Waiting, long Sent, long Included);
