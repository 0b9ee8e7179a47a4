namespace SupplyChainLedger.Service.Indexing;

/// <summary>Tells the stages behind the index how far it is.</summary>
internal interface IIndexProgress
{
    /// <summary>The newest state. Set only after the block's database transaction has committed.</summary>
    IndexHead Current { get; }

    /// <summary>Completes with the newest state once it differs from the one the caller has seen.</summary>
    Task<IndexHead> WaitForChangeAsync(IndexHead seen, CancellationToken cancellation);
}
