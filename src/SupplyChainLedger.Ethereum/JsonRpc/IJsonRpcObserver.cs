namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// Learns how the requests to a node go. Called by many threads at once, and waited for: it only counts.
/// </summary>
public interface IJsonRpcObserver
{
    /// <summary>A request has ended.</summary>
    /// <param name="method">What was called; the first method where the request carried several calls.</param>
    /// <param name="duration">From sending to the read answer, or to the failure.</param>
    /// <param name="fault">What came instead of a result; null when all went well.</param>
    void Ended(string method, TimeSpan duration, Exception? fault);
}
