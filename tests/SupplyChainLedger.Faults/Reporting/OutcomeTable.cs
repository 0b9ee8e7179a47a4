namespace SupplyChainLedger.Faults.Reporting;

/// <summary>The end of a run: every scenario with what had to be seen, and how many held.</summary>
internal static class OutcomeTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<ScenarioOutcome> outcomes)
    {
        yield return "";
        yield return $"{"ROWS",-8} {"SCENARIO",-28} {"",-7} EXPECTED";
        foreach (var one in outcomes)
        {
            yield return $"{one.Rows,-8} {one.Scenario.Name,-28} {(one.HasHeld ? "ok" : "FAILED"),-7} "
                + one.Scenario.Expectation;
        }

        yield return $"{outcomes.Count(static one => one.HasHeld)} of {outcomes.Count} held, "
            + $"{outcomes.Sum(static one => one.Took.TotalSeconds):0} s";
    }
}
