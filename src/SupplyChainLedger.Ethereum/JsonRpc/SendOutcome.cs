namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>What a node said to a transaction that it did not refuse.</summary>
public enum SendOutcome
{
    /// <summary>It has taken the transaction.</summary>
    Accepted,

    /// <summary>It had it already, waiting or in a block.</summary>
    AlreadyKnown,
}
