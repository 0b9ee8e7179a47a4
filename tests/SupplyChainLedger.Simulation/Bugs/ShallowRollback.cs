using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Simulation.Chain;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>Headers below the newest block are fetched once and kept by number, so that a deep fork is never seen.
/// </summary>
internal sealed class ShallowRollback()
    : PlantedBug("shallow-rollback", "the index rolls back no more than one block")
{
    public override IWayToNode Between(IWayToNode way) => new RememberingWay(way);

    private sealed class RememberingWay(IWayToNode way) : IWayToNode
    {
        private readonly Dictionary<ulong, BlockHeader> _seen = [];

        public async Task<T> AskAsync<T>(
            string method, Func<NodeView, T> answer, CancellationToken cancellation)
        {
            var answered = await way.AskAsync(method, view => (Result: answer(view), view.Head), cancellation);
            return answered.Result is IReadOnlyList<BlockHeader> headers
                ? (T)(object)headers.Select(header => Remember(header, answered.Head)).ToList()
                : answered.Result;
        }

        private BlockHeader Remember(BlockHeader header, ulong head)
        {
            if (header.Number + 1 >= head) return header;
            return _seen.TryGetValue(header.Number, out var seen) ? seen : _seen[header.Number] = header;
        }
    }
}
