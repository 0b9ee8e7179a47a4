namespace SupplyChainLedger.Client.Errors;

/// <summary>
/// The service is not what it should be: it serves another chain or contract than expected, or shows another record
/// than what was signed. Nothing more should be signed before the operator has explained it.
/// </summary>
public sealed class LedgerMismatchException : Exception
{
    internal LedgerMismatchException(string what, string expected, string found)
        : base($"The service contradicts what was expected: {what} should be {expected}, but is {found}.")
    {
        What = what;
        Expected = expected;
        Found = found;
    }

    /// <summary>What differs.</summary>
    public string What { get; }

    /// <summary>What was configured or signed.</summary>
    public string Expected { get; }

    /// <summary>What the service shows.</summary>
    public string Found { get; }
}
