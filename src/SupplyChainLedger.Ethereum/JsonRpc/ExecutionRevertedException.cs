namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The contract reverted.</summary>
public sealed class ExecutionRevertedException : JsonRpcErrorException
{
    internal ExecutionRevertedException(string method, JsonRpcError error)
        : base(method, error)
    {
        RevertData = error.Data ?? [];
    }

    /// <summary>An encoded custom error, <c>Error(string)</c> or <c>Panic(uint256)</c>; empty when there was none.
    /// </summary>
    public byte[] RevertData { get; }
}
