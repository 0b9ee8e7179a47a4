namespace SupplyChainLedger.Simulation.Time;

/// <summary>Runs tasks in a strand, in place of a thread of their own.</summary>
internal sealed class StrandScheduler(Strand strand) : TaskScheduler
{
    protected override void QueueTask(Task task) => strand.Begin(() => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
