namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>Evidence that proves nothing: nodes that are missing, altered, superfluous or no nodes at all.</summary>
public sealed class InvalidProofException : FormatException
{
    internal InvalidProofException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
