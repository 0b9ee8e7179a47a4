namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Marks a connection to the endpoint that serves metrics and nothing else.</summary>
internal sealed class MetricsConnection;
