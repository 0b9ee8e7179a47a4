using SupplyChainLedger.Client;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>Every acknowledged intent has one end, and the chain says the same of it.</summary>
internal static class IntentEnds
{
    /// <exception cref="ScenarioFailed">One has none, or another one than on the chain.</exception>
    public static async Task RequireAsync(Stage stage, ChainHistory history, CancellationToken cancellation)
    {
        var ends = new Dictionary<string, Intent>();
        await foreach (var intent in stage.Load.Supplier.Client.Intents.ListAsync(cancellation: cancellation))
            ScenarioFailed.Unless(ends.TryAdd(intent.Name, intent), $"{intent.Name} is listed twice");

        foreach (var one in stage.Load.Acknowledged)
        {
            var name = ResourceNames.Of(one.Digest);
            ScenarioFailed.Unless(ends.TryGetValue(name, out var end), $"{name} was acknowledged and is lost");
            ScenarioFailed.Unless(end!.Final, $"{name} has come to no end: {end.State}");
            ScenarioFailed.Unless(
                end.State is IntentState.Executed == history.HasExecuted(one.Digest),
                $"{name} is {end.State}, and that the chain has executed it is {history.HasExecuted(one.Digest)}");
            ScenarioFailed.Unless(
                end.State is not IntentState.Executed || !history.HasRejected(one.Digest),
                $"{name} was executed and rejected");
        }
    }
}
