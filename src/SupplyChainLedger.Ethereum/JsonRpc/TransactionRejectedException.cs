namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The node did not take a transaction into its pool.</summary>
public sealed class TransactionRejectedException : JsonRpcErrorException
{
    internal TransactionRejectedException(string method, JsonRpcError error, TransactionRejection rejection)
        : base(method, error)
    {
        Rejection = rejection;
    }

    /// <summary>The reason, as far as it can be told from what nodes say.</summary>
    public TransactionRejection Rejection { get; }
}
