using System.Text.Json.Nodes;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Telemetry.Otlp;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.EndToEnd.Tests.Telemetry;

/// <summary>What a running service says about itself, to a collector, on its page and in its log.</summary>
public sealed class TelemetryTests(PreparedNetwork network) : IAsyncLifetime
{
    private const string CallersTrace = "0af7651916cd43dd8448eb211c80319c";
    private const string CallersSpan = "b7ad6b7169203331";

    private readonly TemporaryFolder _folder = new();
    private OtlpCollector _collector = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _collector = await OtlpCollector.StartAsync(Cancellation);

    [Fact]
    public async Task One_trace_and_one_line_a_step_follow_an_intent_from_its_call_to_its_end()
    {
        await using var service = await StartAsync("--Logging:Format=json", "--Logging:Intents=true");
        var signed = await SubmitAsync(service);
        await CallAsync(service.Web, $"00-{CallersTrace}-{CallersSpan}-01");
        Assert.Equal(0, await service.TerminateAsync(Cancellation));

        var trace = Trace($"{signed.Digest}"[2..34]);
        Assert.Equal(
            ["intent.accept", "intent.chain", "intent.commit", "intent.final", "intent.verify", "intent.wait"],
            trace.Select(static span => span.Name).Order());
        var accept = trace.Single(static span => span.Name == "intent.accept");
        Assert.Equal("supplychain.ledger.v1.InvoiceService/SubmitInvoice", Linked(accept).Name);
        Assert.Equal("relay.batch", Linked(trace.Single(static span => span.Name == "intent.wait")).Name);

        var call = Assert.Single(Trace(CallersTrace));
        Assert.Equal("supplychain.ledger.v1.StatusService/GetStatus", call.Name);
        Assert.Equal(CallersSpan, Convert.ToHexStringLower(call.ParentSpanId.Span));

        Assert.Contains("supplychainledger.outbox.entries", _collector.Metrics);
        Assert.Equal(["accepted", "sent", "executed", "final"], await LoggedStepsAsync(service, $"{signed.Digest}"));
    }

    [Fact]
    [Trait("Fault", "48")]
    public async Task Metrics_can_have_an_endpoint_of_their_own_where_nothing_else_is_served()
    {
        await using var service = await network.StartCopyAsync(_folder.At("data"), "--Endpoints:Metrics=127.0.0.1:0");
        var metrics = service.Banner.Single(static line => line.StartsWith("  Metrics ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        using var http = new HttpClient();

        Assert.Contains(
            "supplychainledger_ready{part=\"index\"} 1\n",
            await http.GetStringAsync(metrics, Cancellation),
            StringComparison.Ordinal);
        Assert.Equal(404, await StatusAsync(http, new Uri(new Uri(metrics), "/readyz")));
        Assert.Equal(404, await StatusAsync(http, new Uri(service.Web, "/metrics")));
        Assert.Equal(200, await StatusAsync(http, new Uri(service.Web, "/readyz")));
    }

    public async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        _folder.Dispose();
    }

    private Task<RunningService> StartAsync(params string[] settings) => network.StartCopyAsync(
        _folder.At("data"),
        [$"--Telemetry:OtlpEndpoint={_collector.Endpoint}", "--Telemetry:MetricsInterval=0.2", .. settings]);

    private static async Task<SignedIntent<SubmitInvoice>> SubmitAsync(RunningService service)
    {
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        var signed = supplier.Signer.Submit(Party.NewInvoice());
        await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Final, Cancellation);
        return signed;
    }

    private static async Task CallAsync(Uri web, string traceParent)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(web, "/supplychain.ledger.v1.StatusService/GetStatus"))
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "traceparent", traceParent } },
        };
        using var answer = await http.SendAsync(request, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<int> StatusAsync(HttpClient http, Uri address)
    {
        using var answer = await http.GetAsync(address, Cancellation);
        return (int)answer.StatusCode;
    }

    private static async Task<IEnumerable<string>> LoggedStepsAsync(RunningService service, string intent) =>
        (await service.ErrorsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonNode.Parse(line)!["State"])
            .Where(state => (string?)state?["Intent"] == intent)
            .Select(static state => (string)state!["Step"]!);

    private List<Span> Trace(string id) =>
        [.. _collector.Spans.Where(span => Convert.ToHexStringLower(span.TraceId.Span) == id)];

    private Span Linked(Span from)
    {
        var link = Assert.Single(from.Links);
        return _collector.Spans.Single(span => span.SpanId == link.SpanId && span.TraceId == link.TraceId);
    }
}
