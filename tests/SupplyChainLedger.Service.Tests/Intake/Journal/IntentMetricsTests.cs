using OpenTelemetry;
using OpenTelemetry.Metrics;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Telemetry.Prometheus;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Intake.Journal;

/// <summary>Figures of intake and relay, as the page of metrics shows them.</summary>
public sealed class IntentMetricsTests : IAsyncLifetime
{
    private readonly Workbench _bench = new();
    private readonly PrometheusPage _page = new();
    private MeterProvider _provider = null!;

    public ValueTask InitializeAsync()
    {
        _provider = Sdk.CreateMeterProviderBuilder().AddMeter(_bench.Meter.Name).AddReader(_page.Reader).Build();
        _bench.MakeMetrics();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_outbox_is_told_by_state_and_steps_are_counted()
    {
        await _bench.SubmitManyAsync(3);
        await RequireAsync("outbox_entries{state=\"waiting\"} 3", "intents_total{step=\"accepted\"} 3");
        _bench.Clock.Advance(TimeSpan.FromSeconds(12));
        await RequireAsync("outbox_oldest_age_seconds 12");

        await _bench.RelayAsync();
        await RequireAsync(
            "outbox_entries{state=\"waiting\"} 0",
            "outbox_entries{state=\"sent\"} 3",
            "relay_batch_size_sum 3",
            "relay_batch_size_count 1",
            "relay_nonce{source=\"chain\"} 0",
            "relay_nonce{source=\"outbox\"} 1");

        await _bench.MineAsync();
        await RequireAsync("outbox_entries{state=\"included\"} 3", "intents_total{step=\"executed\"} 3");
        await _bench.MineAsync(2);
        await _bench.RelayAsync();
        await RequireAsync(
            "outbox_entries{state=\"included\"} 0",
            "intents_total{step=\"final\"} 3",
            "relay_transactions_total{step=\"included\"} 1",
            "relay_nonce{source=\"chain\"} 1");
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_reason()
    {
        using var stranger = PrivateKey.Generate();

        await Assert.ThrowsAsync<LedgerFault>(() => _bench.AcceptAsync(_bench.Submission(1), stranger));

        await RequireAsync("intake_refused_total{reason=\"SIGNER_NOT_REGISTERED\"} 1");
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        _page.Dispose();
        await _bench.DisposeAsync();
    }

    private async Task RequireAsync(params string[] lines)
    {
        await _bench.UntilToldAsync();
        var page = _page.Write().Split('\n');
        Assert.All(lines, line => Assert.Contains($"supplychainledger_{line}", page));
    }
}
