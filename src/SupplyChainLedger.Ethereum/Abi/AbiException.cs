namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// Bytes that are not the strict encoding of the expected type, or a value that the type cannot hold.
/// Decoding throws nothing else, whatever the bytes.
/// </summary>
public sealed class AbiException : Exception
{
    /// <summary>Says what was expected and what was found.</summary>
    public AbiException(string message)
        : base(message)
    {
    }

    /// <summary>Keeps the cause, for instance invalid UTF-8.</summary>
    public AbiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
