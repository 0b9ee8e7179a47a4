namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Where what the service says about itself goes.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>A collector that takes OTLP over HTTP, such as http://127.0.0.1:4318; null for none.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Which share of the traces goes there, 0 to 1.</summary>
    public double TraceShare { get; init; } = 1;

    /// <summary>How often metrics go there.</summary>
    public TimeSpan MetricsInterval { get; init; } = TimeSpan.FromSeconds(30);
}
