namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// A call to a node that gave no result. What a caller may do next hangs on <see cref="MayHaveExecuted"/>.
/// </summary>
public abstract class JsonRpcException : Exception
{
    private protected JsonRpcException(string message, bool mayHaveExecuted, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveExecuted = mayHaveExecuted;
    }

    /// <summary>
    /// The node may have carried out the request although no answer came. False only when it certainly has not,
    /// or when it said itself that it refused.
    /// </summary>
    public bool MayHaveExecuted { get; }
}
