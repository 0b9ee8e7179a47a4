using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>One open database transaction of the writer.</summary>
internal sealed class OutboxSession(SqliteSession sqlite, long pending)
{
    private readonly List<OutboxEntry> _changed = [];

    public SqliteSession Sqlite { get; } = sqlite;

    /// <summary>Intents that no block has taken yet, those accepted in this transaction among them.</summary>
    public long Pending { get; set; } = pending;

    /// <summary>The entries that this transaction changes.</summary>
    public IReadOnlyList<OutboxEntry> Changed => _changed;

    /// <summary>Notes a change, to be told of after the commit.</summary>
    public void Note(OutboxEntry changed) => _changed.Add(changed);

    /// <inheritdoc cref="Note(OutboxEntry)"/>
    public IReadOnlyList<OutboxEntry> Note(IReadOnlyList<OutboxEntry> changed)
    {
        _changed.AddRange(changed);
        return changed;
    }
}
