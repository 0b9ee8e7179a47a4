using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake.Progress;

/// <summary>Lets callers wait for an intent. What is told comes from the outbox's commits; nothing polls.</summary>
internal sealed class IntentProgress : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IntentHash, List<Waiter>> _waiters = [];
    private readonly OutboxDatabase _outbox;
    private readonly OutboxChanges _changes;

    public IntentProgress(OutboxDatabase outbox, OutboxChanges changes)
    {
        _outbox = outbox;
        _changes = changes;
        _changes.Committed += Tell;
    }

    /// <summary>Completes when the intent has got as far as asked for, or has come to an end.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="waitFor">How far. A reorganisation may take an inclusion back afterwards.</param>
    /// <param name="cancellation">Gives up waiting; the intent goes on.</param>
    /// <exception cref="LedgerFault">INTENT_NOT_FOUND: the outbox does not have it.</exception>
    public async Task<OutboxEntry> WaitAsync(IntentHash intent, WaitFor waitFor, CancellationToken cancellation)
    {
        // Listening starts before the first look, so that no change falls between the two.
        var waiter = new Waiter(waitFor);
        Add(intent, waiter);
        try
        {
            var entry = _outbox.Read(sqlite => EntryTable.Find(sqlite, intent))
                ?? throw LedgerFaults.IntentNotFound(intent);
            return waiter.IsReachedBy(entry) ? entry : await waiter.Reached.WaitAsync(cancellation);
        }
        finally
        {
            Remove(intent, waiter);
        }
    }

    public void Dispose() => _changes.Committed -= Tell;

    private void Tell(IReadOnlyList<OutboxChange> changes)
    {
        lock (_gate)
        {
            if (_waiters.Count == 0) return;
            foreach (var (entry, _) in changes)
            {
                if (!_waiters.TryGetValue(entry.Hash, out var waiters)) continue;
                foreach (var waiter in waiters) waiter.Tell(entry);
            }
        }
    }

    private void Add(IntentHash intent, Waiter waiter)
    {
        lock (_gate)
        {
            if (!_waiters.TryGetValue(intent, out var waiters)) _waiters[intent] = waiters = [];
            waiters.Add(waiter);
        }
    }

    private void Remove(IntentHash intent, Waiter waiter)
    {
        lock (_gate)
        {
            var waiters = _waiters[intent];
            waiters.Remove(waiter);
            if (waiters.Count == 0) _waiters.Remove(intent);
        }
    }

    private sealed class Waiter(WaitFor waitFor)
    {
        private readonly TaskCompletionSource<OutboxEntry> _reached =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<OutboxEntry> Reached => _reached.Task;

        public bool IsReachedBy(OutboxEntry entry) => waitFor switch
        {
            WaitFor.Included => !entry.IsPending,
            WaitFor.Final => entry.IsFinal,
            _ => true,
        };

        public void Tell(OutboxEntry entry)
        {
            if (IsReachedBy(entry)) _reached.TrySetResult(entry);
        }
    }
}
