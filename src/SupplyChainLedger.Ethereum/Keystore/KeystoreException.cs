namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>A keystore that gives no key, or could not be written. Messages hold no secret.</summary>
public sealed class KeystoreException : Exception
{
    internal KeystoreException(KeystoreFault fault, string message, Exception? cause = null)
        : base(message, cause)
    {
        Fault = fault;
    }

    /// <summary>What is wrong.</summary>
    public KeystoreFault Fault { get; }
}
