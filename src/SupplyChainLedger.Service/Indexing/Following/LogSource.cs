using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>
/// Fetches the logs of both contracts. They come out of all receipts of a block, whose root is in its header: a log
/// that is left out or altered changes that root. From a node that gives out no receipts they are taken as they are,
/// and that is said.
/// </summary>
internal sealed class LogSource(IChainClient chain, LedgerNetwork network, ILogger log)
{
    private readonly Address[] _contracts = [network.Ledger, network.Participants];
    private int _hasSaidUnverified;

    /// <summary>The logs of each of these blocks, in their order.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node's receipts are not those of a block.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<LogEntry>>> OfAsync(
        IReadOnlyList<BlockHeader> blocks, CancellationToken cancellation)
    {
        try
        {
            var receipts = await chain.GetReceiptsByBlockHashesAsync(Hashes(blocks), _contracts, cancellation);
            return [.. blocks.Zip(receipts, LogsOf)];
        }
        catch (Exception fault) when (
            blocks.Count > 1 && fault is JsonRpcTooLargeException or JsonRpcErrorException)
        {
            // Foreign contracts may fill blocks with far more than ours do.
            var half = blocks.Count / 2;
            return
            [
                .. await OfAsync([.. blocks.Take(half)], cancellation),
                .. await OfAsync([.. blocks.Skip(half)], cancellation),
            ];
        }
        catch (Exception fault) when (fault is ReceiptsNotServedException or JsonRpcTooLargeException)
        {
            if (Interlocked.Exchange(ref _hasSaidUnverified, 1) == 0)
                log.LogsUnverified(blocks[0].Number, fault.Message);
            var filter = LogFilter.InRange(0, 0) with { Addresses = _contracts };
            var logs = await chain.GetLogsByBlockHashesAsync(Hashes(blocks), filter, cancellation);
            foreach (var (header, own) in blocks.Zip(logs)) LogReading.RequireInBloom(header, own);
            return logs;
        }
    }

    private static Hash32[] Hashes(IEnumerable<BlockHeader> blocks) => [.. blocks.Select(static one => one.Hash)];

    private static IReadOnlyList<LogEntry> LogsOf(BlockHeader header, BlockReceipts receipts) =>
        receipts.Root == header.ReceiptsRoot
            ? receipts.Logs
            : throw new InconsistentChainException(
                $"The node's receipts of block {header.Number} {header.Hash} have the root {receipts.Root} and not "
                + $"{header.ReceiptsRoot}: one is left out or altered.");
}
