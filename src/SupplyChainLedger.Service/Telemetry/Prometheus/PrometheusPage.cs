using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SupplyChainLedger.Service.Telemetry.Prometheus;

/// <summary>Collects all metrics when it is asked to, and writes them as a page.</summary>
internal sealed class PrometheusPage : IDisposable
{
    private readonly Lock _order = new();
    private readonly Exporter _exporter = new();

    public PrometheusPage() => Reader = new BaseExportingMetricReader(_exporter);

    /// <summary>What the meters' provider is given.</summary>
    public MetricReader Reader { get; }

    /// <summary>All metrics as they are now.</summary>
    public string Write()
    {
        lock (_order)
        {
            _exporter.Page.Clear();
            _exporter.Collect!(Timeout.Infinite);
            return _exporter.Page.ToString();
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        _exporter.Dispose();
    }

    [ExportModes(ExportModes.Pull)]
    private sealed class Exporter : BaseExporter<Metric>, IPullMetricExporter
    {
        public StringBuilder Page { get; } = new();

        public Func<int, bool>? Collect { get; set; }

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch) PrometheusText.Write(Page, metric);
            return ExportResult.Success;
        }
    }
}
