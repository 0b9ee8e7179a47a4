namespace SupplyChainLedger.Faults.Staging;

/// <summary>What had to hold did not.</summary>
internal sealed class ScenarioFailed(string what) : Exception(what)
{
    /// <summary>Fails unless it holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="otherwise">What is the case instead.</param>
    public static void Unless(bool holds, string otherwise)
    {
        if (!holds) throw new ScenarioFailed(otherwise);
    }
}
