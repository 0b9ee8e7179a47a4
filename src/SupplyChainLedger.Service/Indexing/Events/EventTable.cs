using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>
/// The table <c>event</c>, which keeps each log in its raw form; <c>event_party</c> says whom it concerns.
/// </summary>
internal static class EventTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order, of <see cref="From"/>.</summary>
    public static readonly string Columns = $"{RecordedAtColumns.Of("e", "b")}, e.topics, e.data";

    /// <summary>Events as <c>e</c> with their blocks as <c>b</c>.</summary>
    public const string From = "event e JOIN block b ON b.number = e.at >> 24";

    /// <summary>The event of the key <c>?1</c>.</summary>
    public static readonly string AtSql = $"SELECT {Columns} FROM {From} WHERE e.at = ?1";

    private static readonly RowInsert<KeptEvent> Rows = new("INSERT OR FAIL INTO event", columns: 7, Fill);

    /// <summary>Everybody who is named has been registered, so that each one's range is found by key.</summary>
    private const string DeletePartiesSql =
        "DELETE FROM event_party WHERE participant IN (SELECT id FROM participant) AND at >= ?1";

    private const string DeleteOutcomesSql =
        "DELETE FROM event_outcome WHERE (outcome, at) IN "
        + "(SELECT outcome, at FROM event WHERE at >= ?1 AND outcome IS NOT NULL)";

    private static readonly string OfInvoiceSql =
        $"SELECT {Columns} FROM {From} WHERE e.invoice = ({InvoiceTable.KeyOf("?1")}) ORDER BY e.at";

    private static readonly string OfParticipantSql =
        $"SELECT {Columns} FROM {From} WHERE e.participant = ?1 ORDER BY e.at";

    private static readonly string OutcomesSql =
        $"SELECT {Columns} FROM event_outcome o JOIN event e ON e.at = o.at JOIN block b ON b.number = e.at >> 24 "
        + "WHERE o.outcome = ?1 ORDER BY o.at DESC";

    private static readonly string OutcomesInSql =
        $"SELECT {Columns} FROM {From} WHERE e.at >= ?1 AND e.at < ?2 AND e.outcome IS NOT NULL ORDER BY e.at";

    /// <summary>Adds events.</summary>
    public static void Insert(SqliteSession writer, ReadOnlySpan<KeptEvent> events) => Rows.Execute(writer, events);

    public static List<EventRow> OfInvoice(SqliteSession session, InvoiceId invoice) =>
        session.All(OfInvoiceSql, Read, invoice.Value.ToBytes());

    public static List<EventRow> OfParticipant(SqliteSession session, ParticipantId participant) =>
        session.All(OfParticipantSql, Read, (long)participant.Value);

    /// <summary>The event of a place; null where there is none.</summary>
    public static EventRow? At(SqliteSession session, LogPosition position) =>
        session.First(AtSql, Read, position.Key);

    /// <summary>The newest event that tells the outcome under a digest or call hash.</summary>
    public static EventRow? NewestOutcome(SqliteSession session, Hash32 key) =>
        session.Stream(OutcomesSql, Read, [EventOutcomes.KeyOf(key)])
            .FirstOrDefault(row => EventOutcomes.Of(row.Event) == key);

    /// <summary>The events of one block that tell an outcome.</summary>
    public static List<EventRow> OutcomesIn(SqliteSession session, ulong block) =>
        session.All(OutcomesInSql, Read, LogPosition.FirstKeyOf(block), LogPosition.FirstKeyOf(block + 1));

    /// <summary>Where the invoices that events from <paramref name="firstKey"/> on concern were submitted.</summary>
    public static List<LogPosition> InvoicesFrom(SqliteSession session, long firstKey) => session.All(
        "SELECT DISTINCT invoice FROM event WHERE at >= ?1 AND invoice IS NOT NULL",
        static row => row.GetPosition(0), firstKey);

    /// <summary>The participants whose records events from <paramref name="firstKey"/> on have changed.</summary>
    public static List<ParticipantId> ParticipantsFrom(SqliteSession session, long firstKey) => session.All(
        "SELECT DISTINCT participant FROM event WHERE at >= ?1 AND participant IS NOT NULL",
        static row => new ParticipantId((uint)row.GetInt64(0)), firstKey);

    public static void DeleteFrom(SqliteSession writer, long firstKey)
    {
        writer.Execute(DeletePartiesSql, firstKey);
        writer.Execute(DeleteOutcomesSql, firstKey);
        writer.Execute("DELETE FROM event WHERE at >= ?1", firstKey);
    }

    public static EventRow Read(SqliteRow row)
    {
        var raw = row.Span(RecordedAtColumns.Count);
        var topics = new Hash32[raw.Length / Hash32.Size];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = Hash32.FromBytes(raw.Slice(i * Hash32.Size, Hash32.Size));
        var logged = LedgerEvents.Decode(topics, row.Span(RecordedAtColumns.Count + 1))
            ?? throw new InvalidDataException("The index holds a log that is no event of the contracts.");
        return new EventRow(RecordedAtColumns.Read(row, 0), logged);
    }

    private static void Fill(KeptEvent kept, Span<SqliteValue> values)
    {
        var log = kept.Log;
        var topics = new byte[log.Topics.Count * Hash32.Size];
        for (var i = 0; i < log.Topics.Count; i++) log.Topics[i].CopyTo(topics.AsSpan(i * Hash32.Size));
        values[0] = log.At.Key;
        values[1] = log.TransactionHash.ToBytes();
        values[2] = topics;
        values[3] = log.Data.ToArray();
        values[4] = kept.Outcome;
        values[5] = kept.Invoice?.Key;
        values[6] = (long?)ParticipantFamily.ChangedBy(log.Event)?.Value;
    }
}
