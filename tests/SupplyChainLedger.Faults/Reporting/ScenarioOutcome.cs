using SupplyChainLedger.Faults.Scenarios;

namespace SupplyChainLedger.Faults.Reporting;

/// <summary>How a scenario went.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
/// <param name="Notes">Figures worth telling.</param>
/// <param name="Took">How long it took, the invariants included.</param>
internal sealed record ScenarioOutcome(Scenario Scenario, string? Fault, string Notes, TimeSpan Took)
{
    public bool HasHeld => Fault is null;

    public string Line =>
        $"{Rows,-8} {Scenario.Name,-28} {(HasHeld ? "ok" : "FAILED"),-7} {Took.TotalSeconds,6:0.0} s  "
        + (Fault ?? Notes);

    public string Rows => string.Join(',', Scenario.Rows);
}
