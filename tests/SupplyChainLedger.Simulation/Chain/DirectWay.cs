namespace SupplyChainLedger.Simulation.Chain;

/// <summary>The newest block's word, at once.</summary>
internal sealed class DirectWay(SimulatedChain chain) : IWayToNode
{
    public Task<T> AskAsync<T>(string method, Func<NodeView, T> answer, CancellationToken cancellation) =>
        Task.FromResult(answer(new NodeView(chain, chain.Tip)));
}
