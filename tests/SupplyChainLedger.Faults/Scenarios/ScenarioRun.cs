using System.Diagnostics;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Faults.Invariants;
using SupplyChainLedger.Faults.Reporting;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Plays one scenario on a stage of its own, and checks the invariants after it.</summary>
internal static class ScenarioRun
{
    /// <summary>Plays it.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="network">What the stage is copied from.</param>
    /// <param name="seed">All chance follows from it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ScenarioOutcome> OfAsync(
        Scenario scenario, NetworkTemplate network, int seed, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await using var stage = await Stage.OpenAsync(network, seed, cancellation);
            try
            {
                var notes = await scenario.RunAsync(stage, cancellation);
                await InvariantCheck.RequireAsync(stage, cancellation);
                return new ScenarioOutcome(scenario, null, notes, Stopwatch.GetElapsedTime(began));
            }
            catch (ScenarioFailed fault)
            {
                var testimony = await Testimony.OfAsync(stage, cancellation);
                return new ScenarioOutcome(
                    scenario, $"{fault.Message}\n{testimony}", "", Stopwatch.GetElapsedTime(began));
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return new ScenarioOutcome(scenario, $"{fault}", "", Stopwatch.GetElapsedTime(began));
        }
    }
}
