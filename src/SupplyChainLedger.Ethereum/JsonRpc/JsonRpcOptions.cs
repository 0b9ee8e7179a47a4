namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Where the node is and how much is expected of it.</summary>
public sealed record JsonRpcOptions
{
    /// <summary>The node's HTTP or HTTPS address.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The longest wait for a whole answer, from sending on.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest answer that is read, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most calls in one request; a larger batch goes out as several requests.</summary>
    public int MaxBatchSize { get; init; } = 100;

    /// <summary>Told of each request once it has ended; null for nobody.</summary>
    public IJsonRpcObserver? Observer { get; init; }
}
