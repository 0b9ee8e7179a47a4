using System.Diagnostics.Metrics;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// The one meter of the service, made before anything that is measured. Each part owns its instruments, in a class of
/// its own beside what they measure.
/// </summary>
internal static class ServiceMeter
{
    /// <summary>Its name.</summary>
    public const string Name = "SupplyChainLedger";

    /// <summary>What every instrument's name begins with.</summary>
    public const string Prefix = "supplychainledger.";

    /// <summary>Upper bounds, in seconds, for what takes from half a millisecond to half a minute.</summary>
    public static InstrumentAdvice<double> Durations { get; } = new()
    {
        HistogramBucketBoundaries =
            [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    /// <summary>Upper bounds for numbers of things, from one to some thousands.</summary>
    public static InstrumentAdvice<int> Counts { get; } = new()
    {
        HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
    };
}
