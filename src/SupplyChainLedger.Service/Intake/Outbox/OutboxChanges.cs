namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>Tells those behind the outbox what a commit has changed.</summary>
internal sealed class OutboxChanges
{
    /// <summary>Raised after a commit, on the writer's thread: handlers only pass the entries on.</summary>
    public event Action<IReadOnlyList<OutboxEntry>>? Committed;

    public void Publish(IReadOnlyList<OutboxEntry> changed)
    {
        if (changed.Count > 0) Committed?.Invoke(changed);
    }
}
