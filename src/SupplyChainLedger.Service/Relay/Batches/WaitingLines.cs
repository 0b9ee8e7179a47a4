using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// Decides what is taken next. While everything that waits fits into one batch, or binds one participant, it goes in
/// the order of acceptance; otherwise each participant has a line of its own, and all lines get the same share.
/// </summary>
internal sealed class WaitingLines(OutboxDatabase outbox, RelayOptions options)
{
    private ParticipantId _lastServed;

    /// <summary>Intents for the next batch, in the order of acceptance.</summary>
    /// <param name="chainTime">Those that wait for a later time are passed over.</param>
    /// <param name="limit">At most this many.</param>
    public List<OutboxEntry> Take(ulong chainTime, int limit) => outbox.Read(sqlite =>
    {
        // All of it sees one moment: what comes back meanwhile, after a reorganisation, may belong before the rest.
        sqlite.Execute("BEGIN");
        try
        {
            return Take(sqlite, chainTime, limit);
        }
        finally
        {
            sqlite.Execute("COMMIT");
        }
    });

    private List<OutboxEntry> Take(SqliteSession sqlite, ulong chainTime, int limit)
    {
        if (WaitingTable.NextParticipant(sqlite, default) is not { } first) return [];
        var isAlone = WaitingTable.NextParticipant(sqlite, first) is null;
        var waiting = EntryTable.ReadWaiting(sqlite, chainTime, isAlone ? limit : limit + 1);
        var bytes = 0;
        var fitting = waiting.TakeWhile(entry => (bytes += entry.Call.Length) <= options.MaxCallBytes).ToList();
        if (isAlone || (waiting.Count <= limit && fitting.Count == waiting.Count)) return fitting;

        var batch = new SharedBatch(sqlite, chainTime, limit, options.MaxCallBytes);
        _lastServed = batch.Fill(ReadParticipants(sqlite, limit)) ?? _lastServed;
        return batch.InOrder();
    }

    /// <summary>Who has something waiting, from the one after the last served on, and round again.</summary>
    private List<ParticipantId> ReadParticipants(SqliteSession sqlite, int limit)
    {
        var found = new List<ParticipantId>();
        var from = _lastServed;
        while (found.Count < limit && WaitingTable.NextParticipant(sqlite, from) is { } next) found.Add(from = next);
        from = default;
        while (found.Count < limit && WaitingTable.NextParticipant(sqlite, from) is { } next
            && next.Value <= _lastServed.Value)
            found.Add(from = next);
        return found;
    }
}
