using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>One open database transaction of the writer.</summary>
internal sealed class OutboxSession(SqliteSession sqlite, long pending)
{
    private readonly List<OutboxChange> _changes = [];
    private readonly Dictionary<ParticipantId, long> _waiting = [];

    public SqliteSession Sqlite { get; } = sqlite;

    /// <summary>Intents that no block has taken yet, those accepted in this transaction among them.</summary>
    public long Pending { get; private set; } = pending;

    /// <summary>Intents of a participant that wait, those accepted in this transaction among them.</summary>
    public long WaitingOf(ParticipantId participant)
    {
        if (!_waiting.TryGetValue(participant, out var count))
            _waiting[participant] = count = WaitingTable.Count(Sqlite, participant);
        return count;
    }

    /// <summary>Counts one that has been accepted.</summary>
    public void Count(ParticipantId participant)
    {
        Pending++;
        _waiting[participant] = WaitingOf(participant) + 1;
    }

    /// <summary>What this transaction changes.</summary>
    public IReadOnlyList<OutboxChange> Changes => _changes;

    /// <summary>Notes a change, to be told of after the commit.</summary>
    public void Note(OutboxEntry changed, IntentStep step) => _changes.Add(new OutboxChange(changed, step));

    /// <inheritdoc cref="Note(OutboxEntry, IntentStep)"/>
    public IReadOnlyList<OutboxEntry> Note(IReadOnlyList<OutboxEntry> changed, IntentStep step)
    {
        foreach (var entry in changed) Note(entry, step);
        return changed;
    }
}
