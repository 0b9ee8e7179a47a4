using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>
/// Makes sure that what a node tells of a block is what the block's hash stands for. Some chains hash their headers in
/// ways of their own (QBFT without the seals of the validators): where not one header has hashed to its block's hash,
/// all are believed, and that is said. From the first that does, each one has to, unless it has fields that are unknown
/// here: those may be of a fork to come, at which the index is not to stop.
/// </summary>
internal sealed class HeaderCheck(ILogger log)
{
    private volatile bool _isStandard;
    private int _hasSaidOther;
    private int _hasSaidUnknown;

    /// <exception cref="InconsistentChainException">A header is not that of its block.</exception>
    public void Require(params IReadOnlyList<BlockHeader> headers)
    {
        if (!_isStandard && headers.Any(static header => header.HashOfFields == header.Hash)) _isStandard = true;
        foreach (var header in headers)
            if (header.HashOfFields != header.Hash) Judge(header);
    }

    private void Judge(BlockHeader header)
    {
        if (!_isStandard)
        {
            if (Interlocked.Exchange(ref _hasSaidOther, 1) == 0) log.HeadersUnverified(header.Number);
        }
        else if (header.UnknownFields.Length > 0)
        {
            if (Interlocked.Exchange(ref _hasSaidUnknown, 1) == 0)
                log.HeaderUnknown(header.Number, header.UnknownFields);
        }
        else
        {
            throw new InconsistentChainException(
                $"The node's header of block {header.Number} {header.Hash} is not that block's: it hashes to "
                + $"{header.HashOfFields?.ToString() ?? "nothing, since a field is missing"}.");
        }
    }
}
