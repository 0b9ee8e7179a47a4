using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake.Progress;

/// <summary>Lets callers wait for an intent. What is told comes from the outbox's commits; nothing polls.</summary>
internal sealed class IntentProgress : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IntentHash, List<IntentWait>> _waits = [];
    private readonly OutboxDatabase _outbox;
    private readonly OutboxChanges _changes;

    public IntentProgress(OutboxDatabase outbox, OutboxChanges changes)
    {
        _outbox = outbox;
        _changes = changes;
        _changes.Committed += Tell;
    }

    /// <summary>
    /// Hears of an intent from now on, be it accepted already or not: what was read of it after this call misses
    /// nothing.
    /// </summary>
    /// <param name="intent">The intent.</param>
    /// <param name="waitFor">How far it is to get. A reorganisation may take an inclusion back afterwards.</param>
    public IntentWait Listen(IntentHash intent, WaitFor waitFor)
    {
        var wait = new IntentWait(intent, waitFor, Remove);
        lock (_gate)
        {
            if (!_waits.TryGetValue(intent, out var waits)) _waits[intent] = waits = [];
            waits.Add(wait);
        }

        return wait;
    }

    /// <summary>Completes when the intent has got as far as asked for, or has come to an end.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="waitFor">How far.</param>
    /// <param name="cancellation">Gives up waiting; the intent goes on.</param>
    /// <exception cref="LedgerFault">INTENT_NOT_FOUND: the outbox does not have it.</exception>
    public async Task<OutboxEntry> WaitAsync(IntentHash intent, WaitFor waitFor, CancellationToken cancellation)
    {
        using var wait = Listen(intent, waitFor);
        var entry = _outbox.Read(sqlite => EntryTable.Find(sqlite, intent))
            ?? throw LedgerFaults.IntentNotFound(intent);
        return await wait.FromAsync(entry, cancellation);
    }

    public void Dispose() => _changes.Committed -= Tell;

    private void Tell(IReadOnlyList<OutboxChange> changes)
    {
        lock (_gate)
        {
            if (_waits.Count == 0) return;
            foreach (var (entry, _) in changes)
            {
                if (!_waits.TryGetValue(entry.Hash, out var waits)) continue;
                foreach (var wait in waits) wait.Tell(entry);
            }
        }
    }

    private void Remove(IntentWait wait)
    {
        lock (_gate)
        {
            var waits = _waits[wait.Intent];
            waits.Remove(wait);
            if (waits.Count == 0) _waits.Remove(wait.Intent);
        }
    }
}
