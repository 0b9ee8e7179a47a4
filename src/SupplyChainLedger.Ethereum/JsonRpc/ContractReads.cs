using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Asks contracts.</summary>
public static class ContractReads
{
    /// <summary>What a function of a contract returns at the newest block.</summary>
    /// <exception cref="ExecutionRevertedException">The contract reverted.</exception>
    /// <exception cref="AbiException">It returned something else; nothing at all often means that no contract is there.
    /// </exception>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public static async Task<TResult> ReadAsync<TArgs, TResult>(
        this IChainClient chain,
        Address contract,
        AbiFunction<TArgs, TResult> function,
        TArgs arguments,
        CancellationToken cancellationToken)
    {
        var call = new CallRequest { To = contract, Data = function.EncodeCall(arguments) };
        return function.DecodeResult(await chain.CallAsync(call, BlockTag.Latest, cancellationToken));
    }
}
