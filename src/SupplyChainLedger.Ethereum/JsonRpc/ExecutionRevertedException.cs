using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The contract reverted.</summary>
public sealed class ExecutionRevertedException : JsonRpcErrorException
{
    internal ExecutionRevertedException(string method, JsonRpcError error)
        : base(method, error)
    {
        RevertData = error.Data ?? [];
        Reason = SolidityErrors.Error.TryDecode(RevertData, out var reason) ? reason : null;
    }

    /// <summary>An encoded custom error, <c>Error(string)</c> or <c>Panic(uint256)</c>; empty when there was none.
    /// </summary>
    public byte[] RevertData { get; }

    /// <summary>The text of <c>require</c> or <c>revert</c>; null for any other error.</summary>
    public string? Reason { get; }
}
