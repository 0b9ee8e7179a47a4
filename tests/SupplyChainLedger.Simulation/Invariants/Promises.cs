using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>What the service has said to its callers.</summary>
internal sealed class Promises
{
    private readonly HashSet<IntentHash> _acknowledged = [];
    private readonly HashSet<IntentHash> _unanswered = [];
    private readonly HashSet<IntentHash> _refused = [];

    /// <summary>Intents that the service has taken on.</summary>
    public IReadOnlyCollection<IntentHash> Acknowledged => _acknowledged;

    public void Acknowledge(IntentHash intent) => _acknowledged.Add(intent);

    public void Refuse(IntentHash intent) => _refused.Add(intent);

    /// <summary>Nobody knows what has become of a call.</summary>
    public void LeaveUnanswered(IntentHash intent) => _unanswered.Add(intent);

    /// <summary>Whether an outbox may hold an intent: what was refused has left no trace.</summary>
    public bool MayHold(IntentHash intent) =>
        _acknowledged.Contains(intent) || _unanswered.Contains(intent) || !_refused.Contains(intent);

    /// <summary>Looks whether everything is there that was taken on.</summary>
    public void Look(OutboxDatabase outbox, Verdict verdict)
    {
        foreach (var intent in _acknowledged)
        {
            verdict.Require(
                outbox.Read(sqlite => EntryTable.Find(sqlite, intent)) is not null,
                () => $"intent {intent} was acknowledged and is lost");
        }
    }
}
