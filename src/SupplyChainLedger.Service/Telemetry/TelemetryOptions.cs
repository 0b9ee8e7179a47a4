namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Where what the service says about itself goes.</summary>
/// <param name="OtlpEndpoint">A collector that takes OTLP over HTTP, such as http://127.0.0.1:4318; null for none.</param>
internal sealed record TelemetryOptions(Uri? OtlpEndpoint = null);
