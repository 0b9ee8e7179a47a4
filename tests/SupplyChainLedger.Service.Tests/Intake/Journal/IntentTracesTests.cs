using System.Collections.Concurrent;
using System.Diagnostics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Intake.Journal;

public sealed class IntentTracesTests : IAsyncLifetime
{
    private readonly Workbench _bench = new();
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public IntentTracesTests() => _listener = new ActivityListener
    {
        ShouldListenTo = source => source == _bench.Tracing.Source,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = _spans.Enqueue,
    };

    public async ValueTask InitializeAsync()
    {
        ActivitySource.AddActivityListener(_listener);
        await _bench.StartTracingAsync();
    }

    [Fact]
    public async Task One_trace_follows_an_intent_from_its_call_to_its_end()
    {
        var intent = (await _bench.SubmitAsync(1)).Hash;
        await _bench.RelayAsync();
        await _bench.MineAsync(3);

        Assert.Equal(
            ["intent.verify", "intent.commit", "intent.accept", "intent.wait", "intent.chain", "intent.final"],
            (await TraceAsync(intent)).Select(static span => span.OperationName));
    }

    [Fact]
    public async Task The_trace_goes_on_when_the_service_has_been_killed_in_between()
    {
        var intent = (await _bench.SubmitAsync(1)).Hash;
        await _bench.RestartAsync();
        await _bench.StartTracingAsync();
        await _bench.RelayAsync();
        await _bench.MineAsync();

        var names = (await TraceAsync(intent)).Select(static span => span.OperationName).ToList();
        Assert.Contains("intent.accept", names);
        Assert.Contains("intent.chain", names);
    }

    [Fact]
    public async Task The_intents_of_a_batch_link_to_its_own_trace()
    {
        var intents = (await _bench.SubmitManyAsync(3)).Select(static entry => entry.Hash).ToList();
        await _bench.RelayAsync();

        var batch = Assert.Single(_spans, static span => span.OperationName == "relay.batch");
        Assert.Equal(3, batch.GetTagItem("intents"));
        foreach (var intent in intents)
        {
            var wait = Assert.Single(await TraceAsync(intent), static span => span.OperationName == "intent.wait");
            Assert.Equal(batch.Context, Assert.Single(wait.Links).Context);
        }

        Assert.Equal(
            ["relay.broadcast", "relay.persist", "relay.plan"],
            _spans.Where(span => span.ParentSpanId == batch.SpanId).Select(static span => span.OperationName).Order());
    }

    [Fact]
    public async Task The_span_of_an_acceptance_links_to_the_call_that_brought_the_intent()
    {
        IntentHash intent;
        ActivityContext call;
        using (var span = _bench.Tracing.Source.StartActivity("call"))
        {
            call = span!.Context;
            intent = (await _bench.SubmitAsync(1)).Hash;
            Assert.Equal($"{intent}", span.GetTagItem("intent"));
        }

        var accept = Assert.Single(
            await TraceAsync(intent), static span => span.OperationName == "intent.accept");
        Assert.Equal(call, Assert.Single(accept.Links).Context);
        Assert.Equal(default, accept.ParentSpanId);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _bench.DisposeAsync();
    }

    private async Task<IEnumerable<Activity>> TraceAsync(IntentHash intent)
    {
        await _bench.UntilToldAsync();
        var id = $"{intent}"[2..34];
        return _spans.Where(span => span.TraceId.ToHexString() == id);
    }
}
