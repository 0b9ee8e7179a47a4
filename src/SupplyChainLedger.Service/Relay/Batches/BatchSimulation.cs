using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// Tries batches out at the state of the block that the index stands at, so that the relay and the settlement see the
/// same: a nonce that is spent there was spent by an intent whose outcome the index has.
/// </summary>
internal sealed class BatchSimulation(IChainClient chain, LedgerNetwork network, RelayAccount account)
{
    /// <summary>What would become of each item; null when the batch would revert as a whole.</summary>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<BatchOutcome[]?> TryAsync(
        byte[] callData, ulong gasLimit, BlockRef block, CancellationToken cancellation)
    {
        try
        {
            var result = await chain.CallAsync(
                Request(callData, gasLimit), BlockTag.Of(block.Number, block.Hash), cancellation);
            return LedgerCalls.Execute.DecodeResult(result);
        }
        catch (ExecutionRevertedException)
        {
            return null;
        }
    }

    /// <summary>The contract's reason for refusing one item; null when it does not refuse it alone.</summary>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<byte[]?> FindReasonAsync(
        ReadOnlyMemory<byte> call, BlockRef block, CancellationToken cancellation)
    {
        try
        {
            await chain.CallAsync(
                Request(call.ToArray(), gasLimit: null), BlockTag.Of(block.Number, block.Hash), cancellation);
            return null;
        }
        catch (ExecutionRevertedException refusal)
        {
            return refusal.RevertData;
        }
    }

    /// <summary>The gas that the batch needs as the node sees it; null when it would revert with any.</summary>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<ulong?> EstimateAsync(byte[] callData, CancellationToken cancellation)
    {
        try
        {
            return await chain.EstimateGasAsync(Request(callData, gasLimit: null), cancellation);
        }
        catch (ExecutionRevertedException)
        {
            return null;
        }
    }

    private CallRequest Request(byte[] data, ulong? gasLimit) =>
        new() { To = network.Ledger, From = account.Address, Data = data, GasLimit = gasLimit };
}
