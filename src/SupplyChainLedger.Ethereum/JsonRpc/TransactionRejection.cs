namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Why a node refused a transaction.</summary>
public enum TransactionRejection
{
    /// <summary>Something else; the node's message says what.</summary>
    Other,

    /// <summary>A transaction of this sender with this nonce, perhaps this very one, is in a block.</summary>
    NonceTooLow,

    /// <summary>Another one with this nonce waits, and this one does not pay enough more to replace it.</summary>
    ReplacementUnderpriced,

    /// <summary>The fee is below what the node takes.</summary>
    FeeTooLow,

    /// <summary>The sender cannot pay value and gas.</summary>
    InsufficientFunds,
}
