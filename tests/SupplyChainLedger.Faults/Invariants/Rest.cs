using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>Ends all faults and waits until nothing is on its way any more.</summary>
internal static class Rest
{
    /// <summary>Every acknowledged intent has come to its end, which is final, and the index is at the head.</summary>
    /// <exception cref="ScenarioFailed">Some do not come to an end.</exception>
    public static async Task ComeToAsync(Stage stage, CancellationToken cancellation)
    {
        stage.Proxy.Fault = NodeFault.None;
        await stage.Chain.StartMiningAsync(cancellation);
        if (!stage.IsRunning) await stage.StartAsync(cancellation);
        await stage.Load.RetryAsync(cancellation);
        var open = new Queue<Intention>(stage.Load.Acknowledged.Where(static one => !one.HasEnded));
        Intent? waiting = null;
        await Patience.UntilAsync(() => $"every intent had come to its end, but has {waiting}", async () =>
        {
            await stage.Chain.MineAsync(1, cancellation);
            while (open.TryPeek(out var next))
            {
                var found = await stage.Load.Supplier.Client.Intents.GetAsync(next.Digest, cancellation);
                waiting = found.Intent;
                if (!waiting.Final) return false;
                open.Dequeue().HasEnded = true;
            }

            return true;
        }, cancellation);
        await stage.UntilIndexedAsync(cancellation);
    }
}
