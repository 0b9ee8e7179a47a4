using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>One fault, made to happen, and what must be seen. The invariants are checked after it anyway.</summary>
internal abstract class Scenario
{
    /// <summary>The rows of the list of faults that it proves.</summary>
    public abstract IReadOnlyList<int> Rows { get; }

    /// <summary>What to call it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What must be seen, in one sentence.</summary>
    public abstract string Expectation { get; }

    /// <summary>Whether it is among the tests as well.</summary>
    public bool IsEveryday { get; init; }

    /// <summary>Whether it takes more than half a minute.</summary>
    public virtual bool IsLong => false;

    /// <summary>Makes the fault happen.</summary>
    /// <returns>Figures worth telling; usually none.</returns>
    /// <exception cref="ScenarioFailed">Something else was seen.</exception>
    public abstract Task<string> RunAsync(Stage stage, CancellationToken cancellation);
}
