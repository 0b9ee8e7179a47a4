using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>
/// Who waits in the outbox, and behind whom. Each question is a few steps in an index of its own, however much waits.
/// </summary>
internal static class WaitingTable
{
    private const string Next = "SELECT MIN(participant) FROM intent WHERE state = 1 AND participant > ?1";

    private const string CountOf = "SELECT COUNT(*) FROM intent WHERE state = 1 AND participant = ?1";

    private const string CountOn = """
        SELECT COUNT(*) FROM intent WHERE state = 1 AND is_submission = 0 AND invoice = ?1 AND participant = ?2
        """;

    private const string CountOnNone =
        "SELECT COUNT(*) FROM intent WHERE state = 1 AND invoice IS NULL AND participant = ?1";

    private const string Line = $"""
        SELECT {EntryRow.Columns} FROM intent
        WHERE state = 1 AND participant = ?1 AND sequence > ?2 AND not_before <= ?3 AND {EntryTable.IsNotBeingCancelled}
        ORDER BY sequence LIMIT ?4
        """;

    private const string Between = $"""
        sequence > ?2 AND sequence < ?3 AND not_before <= ?4 AND {EntryTable.IsNotBeingCancelled}
        ORDER BY sequence LIMIT 1
        """;

    private const string FirstOn = $"""
        SELECT {EntryRow.Columns} FROM intent WHERE state = 1 AND is_submission = 0 AND invoice = ?1 AND {Between}
        """;

    // In the words of the index of submissions, which also holds some that a block has taken.
    private const string FirstSubmissionOf = $"""
        SELECT {EntryRow.Columns} FROM intent
        WHERE invoice = ?1 AND is_submission = 1 AND state <= 3 AND final = 0 AND state = 1 AND {Between}
        """;

    private const string FirstOnNone = $"""
        SELECT {EntryRow.Columns} FROM intent WHERE state = 1 AND invoice IS NULL AND participant = ?1 AND {Between}
        """;

    /// <summary>The participant with the next higher number that has something waiting; null where there is none.
    /// </summary>
    public static ParticipantId? NextParticipant(SqliteSession sqlite, ParticipantId after) =>
        sqlite.Number(Next, (long)after.Value) is { } found ? new ParticipantId((uint)found) : null;

    /// <summary>How many intents of a participant wait.</summary>
    public static long Count(SqliteSession sqlite, ParticipantId participant) =>
        sqlite.Number(CountOf, (long)participant.Value) ?? 0;

    /// <summary>How many intents of a participant wait that concern the same receivable as this one, or none as it
    /// does; submissions apart, of which there is one for each invoice.</summary>
    public static long CountLike(SqliteSession sqlite, LedgerIntent intent) => (intent.InvoiceConcerned is { } invoice
        ? sqlite.Number(CountOn, invoice.Value.ToBytes(), (long)intent.Participant.Value)
        : sqlite.Number(CountOnNone, (long)intent.Participant.Value)) ?? 0;

    /// <summary>What a participant has waiting that may go at a chain time, in the order of acceptance.</summary>
    public static List<OutboxEntry> ReadLine(
        SqliteSession sqlite, ParticipantId participant, long after, ulong chainTime, int limit) =>
        sqlite.All(Line, EntryRow.Read, (long)participant.Value, after, (long)chainTime, limit);

    /// <summary>The first intent between two places that waits and concerns an invoice or its receivable.</summary>
    public static OutboxEntry? FirstConcerning(
        SqliteSession sqlite, InvoiceId invoice, long after, long before, ulong chainTime)
    {
        var id = invoice.Value.ToBytes();
        return sqlite.First(FirstSubmissionOf, EntryRow.Read, id, after, before, (long)chainTime)
            ?? sqlite.First(FirstOn, EntryRow.Read, id, after, before, (long)chainTime);
    }

    /// <summary>The first intent of a participant between two places that waits and concerns no receivable.</summary>
    public static OutboxEntry? FirstConcerningNone(
        SqliteSession sqlite, ParticipantId participant, long after, long before, ulong chainTime) =>
        sqlite.First(FirstOnNone, EntryRow.Read, (long)participant.Value, after, before, (long)chainTime);
}
