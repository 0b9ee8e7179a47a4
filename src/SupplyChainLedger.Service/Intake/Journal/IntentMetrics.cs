using System.Diagnostics.Metrics;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Intake.Journal;

/// <summary>
/// Steps of intents, counted as they happen, and what stands in the outbox, counted by its indexes when somebody asks.
/// </summary>
internal sealed class IntentMetrics : IObservedMetrics, IDisposable
{
    private readonly Counter<long> _steps;
    private readonly Counter<long> _rejections;
    private readonly OutboxChanges _changes;
    private readonly IntentLog _intents;
    private readonly TimeProvider _time;

    public IntentMetrics(Meter meter, OutboxChanges changes, OutboxWriter writer, IntentLog intents, TimeProvider time)
    {
        (_changes, _intents, _time) = (changes, intents, time);
        _steps = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}intents", "{intent}", "Steps of intents, by step.");
        _rejections = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}intents.rejected",
            "{intent}",
            "Intents that the ledger has turned down, by reason.");
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}outbox.entries",
            ReadStandings,
            "{intent}",
            "Intents in the outbox that are not final, by state.");
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}outbox.oldest_age",
            ReadOldestAge,
            "s",
            "Age of the oldest intent that no block has taken.");
        meter.CreateObservableCounter(
            $"{ServiceMeter.Prefix}outbox.commits",
            () => writer.Commits,
            "{commit}",
            "Commits of the outbox that have reached the disk.");
        _changes.Committed += Count;
    }

    public void Dispose() => _changes.Committed -= Count;

    private void Count(IReadOnlyList<OutboxChange> committed)
    {
        foreach (var (entry, step) in committed)
        {
            _steps.Add(1, new KeyValuePair<string, object?>("step", StepNames.Of(entry, step)));
            if (step == IntentStep.Settled && entry is { State: EntryState.Rejected, Outcome: { } outcome })
                _rejections.Add(1, new KeyValuePair<string, object?>("reason", ReasonOf(outcome)));
        }
    }

    private static string ReasonOf(EntryOutcome outcome) =>
        ErrorRules.NameOf(ContractFaults.ReasonOf(ContractReasons.Decode(outcome.Reason.Span)));

    private IEnumerable<Measurement<long>> ReadStandings()
    {
        var standings = _intents.ReadStandings();
        yield return Of("waiting", standings.Waiting);
        yield return Of("sent", standings.Sent);
        yield return Of("included", standings.Included);

        static Measurement<long> Of(string state, long count) =>
            new(count, new KeyValuePair<string, object?>("state", state));
    }

    private double ReadOldestAge() => _intents.ReadBacklog().Oldest is { } oldest
        ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds)
        : 0;
}
