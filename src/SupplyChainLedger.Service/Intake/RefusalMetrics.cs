using System.Diagnostics.Metrics;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Telemetry;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake;

/// <summary>What the intake has refused, of which there is no other trace.</summary>
internal sealed class RefusalMetrics(Meter meter)
{
    private readonly Counter<long> _refusals = meter.CreateCounter<long>(
        $"{ServiceMeter.Prefix}intake.refused", "{intent}", "Intents that were refused when they came, by reason.");

    public void Count(ErrorReason reason) =>
        _refusals.Add(1, new KeyValuePair<string, object?>("reason", ErrorRules.NameOf(reason)));
}
