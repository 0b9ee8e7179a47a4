using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>How a question gets to a node, and its answer back.</summary>
internal interface IWayToNode
{
    /// <summary>Asks a node.</summary>
    /// <exception cref="JsonRpcException">No usable answer has come.</exception>
    Task<T> AskAsync<T>(string method, Func<NodeView, T> answer, CancellationToken cancellation);
}
