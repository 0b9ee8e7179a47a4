using System.Diagnostics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Intake.Journal;

/// <summary>
/// One trace for each intent, from its call to its end. The trace's id is the first half of the intent's hash: whoever
/// has the intent finds its trace, and nothing has to be kept for it, not even over a restart. The spans of the trace
/// stand side by side; each tells by its begin and end what the time went into.
/// </summary>
internal sealed class IntentTraces(ServiceTracing tracing, OutboxChanges changes, TimeProvider time) : IHostedService
{
    private const int TraceIdBytes = 16;
    private const int MaxKept = 256;

    private readonly ActivitySource _source = tracing.Source;
    private readonly Lock _gate = new();
    private readonly Dictionary<Hash32, Carriage> _carriages = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        changes.Committed += Trace;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        changes.Committed -= Trace;
        return Task.CompletedTask;
    }

    /// <summary>Begins the span of an acceptance, linked with the call that has brought the intent.</summary>
    /// <returns>Null when nobody listens.</returns>
    public Activity? Accept(IntentHash hash, LedgerIntent intent)
    {
        if (!_source.HasListeners()) return null;
        var call = Activity.Current is { } current && current.Source == _source ? current : null;
        ActivityLink[] links = call is null ? [] : [new ActivityLink(call.Context)];

        // Or the call would be the parent, in another trace. To the caller of this method's caller nothing changes.
        Activity.Current = null;
        var span = _source.StartActivity("intent.accept", ActivityKind.Consumer, TraceOf(hash), tags: null, links);
        Name(span, hash, intent.Kind, intent.Participant);
        call?.SetTag("intent", hash.ToString());
        return span;
    }

    /// <summary>Begins a span within another one; null when that one is not recorded.</summary>
    public Activity? Within(Activity? span, string name) => span is null ? null : _source.StartActivity(name);

    /// <summary>Notes the span under which a transaction is sent, for the intents in it.</summary>
    public void Carry(Hash32 transaction, Activity? batch)
    {
        if (batch is null) return;
        lock (_gate)
        {
            if (_carriages.Count >= MaxKept) _carriages.Clear();
            _carriages[transaction] = new Carriage(batch.Context, SentAt: null);
        }
    }

    private void Trace(IReadOnlyList<OutboxChange> committed)
    {
        if (!_source.HasListeners()) return;
        var now = time.GetUtcNow();
        foreach (var (entry, step) in committed)
        {
            // The acceptance has a span already.
            if (step != IntentStep.Accepted) Trace(entry, step, now);
        }
    }

    private void Trace(OutboxEntry entry, IntentStep step, DateTimeOffset now)
    {
        var carriage = entry.SentAs is { } transaction ? CarriageOf(transaction, step, now) : null;
        var (name, began) = step switch
        {
            IntentStep.Sent => ("intent.wait", entry.AcceptedAt),
            IntentStep.Settled => ("intent.chain", carriage?.SentAt ?? now),
            _ => ($"intent.{StepNames.Of(entry, step)}", now),
        };
        ActivityLink[] links =
            step == IntentStep.Sent && carriage is not null ? [new ActivityLink(carriage.Batch)] : [];
        using var span = _source.StartActivity(
            name, ActivityKind.Internal, TraceOf(entry.Hash), tags: null, links, began);
        if (span is null) return;
        Name(span, entry.Hash, entry.Kind, entry.Participant);
        span.SetTag("step", StepNames.Of(entry, step));
        if (entry.TransactionHash is { } hash) span.SetTag("transaction", hash.ToString());
        if (entry.Outcome is { } outcome)
        {
            span.SetTag("block", outcome.Block.Number);
            span.SetTag("block.time", outcome.Block.Timestamp);
            if (outcome.LogIndex is { } log) span.SetTag("log", log);
        }

        span.SetEndTime(now.UtcDateTime);
    }

    private Carriage? CarriageOf(Hash32 transaction, IntentStep step, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_carriages.TryGetValue(transaction, out var carriage)) return null;
            if (step == IntentStep.Sent && carriage.SentAt is null)
                _carriages[transaction] = carriage = carriage with { SentAt = now };
            return carriage;
        }
    }

    private static void Name(Activity? span, IntentHash intent, string kind, ParticipantId participant)
    {
        if (span is not { IsAllDataRequested: true }) return;
        span.SetTag("intent", intent.ToString());
        span.SetTag("kind", kind);
        span.SetTag("participant", participant.Value);
    }

    private static ActivityContext TraceOf(IntentHash intent)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        intent.Value.CopyTo(bytes);
        var id = ActivityTraceId.CreateFromBytes(bytes[..TraceIdBytes]);
        return new ActivityContext(id, default, ActivityTraceFlags.Recorded, isRemote: true);
    }

    /// <summary>How a transaction travels.</summary>
    /// <param name="Batch">The span under which it was made.</param>
    /// <param name="SentAt">When it was on disk, and so on its way; null before.</param>
    private sealed record Carriage(ActivityContext Batch, DateTimeOffset? SentAt);
}
