namespace SupplyChainLedger.Ethereum.Rlp;

/// <summary>
/// Bytes that are not canonical RLP, or not the items that were expected. Decoding throws nothing else.
/// </summary>
public sealed class RlpException : Exception
{
    internal RlpException(string message)
        : base(message)
    {
    }
}
