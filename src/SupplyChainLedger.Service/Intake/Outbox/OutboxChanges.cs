namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>Tells those behind the outbox what a commit has changed.</summary>
internal sealed class OutboxChanges
{
    /// <summary>Raised after a commit, on the writer's thread: handlers only pass the changes on.</summary>
    public event Action<IReadOnlyList<OutboxChange>>? Committed;

    public void Publish(IReadOnlyList<OutboxChange> changes)
    {
        if (changes.Count > 0) Committed?.Invoke(changes);
    }
}
