namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// Metrics that nobody records: they are read where they are, when somebody asks. So they must be made.
/// </summary>
internal interface IObservedMetrics;
