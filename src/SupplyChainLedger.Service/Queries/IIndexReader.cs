using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Queries;

/// <summary>Opens the index for reading.</summary>
internal interface IIndexReader
{
    /// <summary>Opens a snapshot that has at least the given block. Dispose it soon; it holds a connection.</summary>
    /// <param name="minBlock">Wait until this block is indexed; 0 means do not wait.</param>
    /// <param name="cancellation">Ends the waiting, as 30 seconds do.</param>
    /// <exception cref="LedgerFault">INDEX_BEHIND: the block was not indexed in that time.</exception>
    Task<IndexSnapshot> OpenAsync(ulong minBlock, CancellationToken cancellation);
}
