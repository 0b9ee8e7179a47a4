using System.Diagnostics;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Relay.Dispatches;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Relay;

/// <summary>One trace for each batch; the intents in it link to it from theirs.</summary>
internal sealed class RelayTraces(ServiceTracing tracing, IntentTraces intents, TimeProvider time)
{
    private readonly ActivitySource _source = tracing.Source;

    /// <summary>Notes when a batch began to be planned: whether there is one shows later.</summary>
    public DateTimeOffset BeginPlanning() => time.GetUtcNow();

    /// <summary>Begins the span of a batch, planning included; null when nobody listens.</summary>
    public Activity? Begin(Batch batch, DateTimeOffset planning)
    {
        if (!_source.HasListeners()) return null;
        var span = _source.StartActivity(
            "relay.batch", ActivityKind.Producer, default(ActivityContext), tags: null, links: null, planning);
        span?.SetTag("intents", batch.Entries.Count);
        span?.SetTag("gas.limit", batch.GasLimit);
        if (span is null) return null;
        using var planned = _source.StartActivity(
            "relay.plan", ActivityKind.Internal, span.Context, tags: null, links: null, planning);
        return span;
    }

    /// <summary>Notes the transaction of the batch before it is written down.</summary>
    public void Sign(Attempt attempt, ulong nonce)
    {
        var span = Activity.Current is { } current && current.Source == _source ? current : null;
        span?.SetTag("transaction", attempt.Hash.ToString());
        span?.SetTag("nonce", nonce);
        intents.Carry(attempt.Hash, span);
    }

    /// <summary>Begins a step of the batch whose span is the current one; null when there is none.</summary>
    public Activity? Step(string name) => Activity.Current is { } current && current.Source == _source
        ? _source.StartActivity(name)
        : null;
}
