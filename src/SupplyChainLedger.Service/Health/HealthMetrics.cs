using System.Diagnostics.Metrics;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Health;

/// <summary>Where chain and index stand, and which part is well. All of it is at hand; nothing is looked up.</summary>
internal sealed class HealthMetrics : IObservedMetrics
{
    private static readonly ServicePart[] Parts = Enum.GetValues<ServicePart>();

    private readonly Readiness _readiness;
    private readonly IIndexProgress _progress;

    public HealthMetrics(Meter meter, Readiness readiness, IIndexProgress progress, ChainWatch watch, TimeProvider time)
    {
        (_readiness, _progress) = (readiness, progress);
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}ready",
            Standings,
            unit: null,
            "1 while a part of the service is well, 0 while it is not.");
        var version = new Measurement<int>(1, new KeyValuePair<string, object?>("version", ServiceVersion.Text));
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}build", () => version, unit: null, "1, with the version of the service.");
        var started = time.GetUtcNow().ToUnixTimeSeconds();
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}start_time", () => started, "s", "When the service was started, in Unix seconds.");
        Number(meter, "chain.head_block", "Number of the newest block that the node has shown.",
            static head => Math.Max(head.ChainHead, head.Indexed.Number));
        Number(meter, "chain.final_block", "Number of the newest block that is final.", static head => head.FinalBlock);
        Number(meter, "index.block", "Number of the newest indexed block.", static head => head.Indexed.Number);
        Number(meter, "index.lag_blocks", "Blocks that the index is behind the node.", static head => head.Lag);
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}index.lag",
            () => watch.Lag.TotalSeconds,
            "s",
            "How long the index has lacked a block that the node has shown.");
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}chain.head_age",
            () => watch.HeadAge.TotalSeconds,
            "s",
            "Age of the chain's newest block by this machine's clock.");
    }

    private void Number(Meter meter, string name, string description, Func<IndexHead, ulong> read) =>
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}{name}", () => (long)read(_progress.Current), unit: null, description);

    private IEnumerable<Measurement<int>> Standings() => Parts.Select(part => new Measurement<int>(
        _readiness.IsPartReady(part) ? 1 : 0,
        new KeyValuePair<string, object?>("part", Readiness.NameOf(part))));
}
