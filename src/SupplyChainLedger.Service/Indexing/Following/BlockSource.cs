using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Fetches blocks with the logs of both contracts.</summary>
internal sealed class BlockSource(IChainClient chain, LedgerNetwork network)
{
    private readonly LogFilter _filter =
        LogFilter.InRange(0, 0) with { Addresses = [network.Ledger, network.Participants] };

    /// <summary>The newest block.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node has no block at all.</exception>
    public async Task<BlockHeader> HeadAsync(CancellationToken cancellation) =>
        await chain.GetHeaderAsync(BlockTag.Latest, cancellation)
        ?? throw new InconsistentChainException("The node has no newest block.");

    /// <summary>Headers from a number upwards; fewer where the chain ends.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    public Task<IReadOnlyList<BlockHeader>> HeadersAsync(ulong from, int count, CancellationToken cancellation) =>
        chain.GetHeadersAsync(from, count, cancellation);

    /// <summary>The blocks of these headers. Logs are asked for only where the Bloom filter allows any.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node's logs are not those of these blocks.</exception>
    public async Task<IReadOnlyList<ChainBlock>> BlocksAsync(
        IReadOnlyList<BlockHeader> headers, CancellationToken cancellation)
    {
        var candidates = headers.Where(MayConcernUs).ToList();
        var logs = candidates.Count == 0
            ? []
            : await chain.GetLogsByBlockHashesAsync([.. candidates.Select(one => one.Hash)], _filter, cancellation);
        var next = 0;
        return [.. headers.Select(one => LogReading.Read(one, MayConcernUs(one) ? logs[next++] : [], network))];
    }

    private bool MayConcernUs(BlockHeader header) =>
        header.LogsBloom.MightContain(network.Ledger) || header.LogsBloom.MightContain(network.Participants);
}
