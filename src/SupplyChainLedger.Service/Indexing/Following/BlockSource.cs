using System.Runtime.CompilerServices;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Fetches blocks with the logs of both contracts, and believes only what follows from their hashes.</summary>
internal sealed class BlockSource(IChainClient chain, LedgerNetwork network, ILogger<BlockSource> log)
{
    /// <summary>
    /// How much gas the blocks of one group may have used: every log has been paid for, so that this bounds how many of
    /// ours there can be, to some ten thousand.
    /// </summary>
    private const ulong GroupGas = 400_000_000;

    /// <summary>
    /// What the first group may have used, and each that follows twice as much: while the node makes the large ones, the
    /// writer has something to do already.
    /// </summary>
    private const ulong FirstGroupGas = GroupGas / 8;

    private readonly HeaderCheck _headers = new(log);
    private readonly LogSource _logs = new(chain, network, log);

    /// <summary>The newest block.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node has no block at all, or tells another one.</exception>
    public async Task<BlockHeader> HeadAsync(CancellationToken cancellation)
    {
        var head = await chain.GetHeaderAsync(BlockTag.Latest, cancellation)
            ?? throw new InconsistentChainException("The node has no newest block.");
        _headers.Require(head);
        return head;
    }

    /// <summary>Makes sure that it is the network's own chain that the node tells of.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">It is another one.</exception>
    public async Task RequireOwnChainAsync(CancellationToken cancellation)
    {
        var chainId = await chain.GetChainIdAsync(cancellation);
        if (chainId != network.ChainId)
            throw new InconsistentChainException($"The node is of chain {chainId}, not of chain {network.ChainId}.");
    }

    /// <summary>Headers from a number upwards; fewer where the chain ends.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">One is not that of its block.</exception>
    public async Task<IReadOnlyList<BlockHeader>> HeadersAsync(
        ulong from, int count, CancellationToken cancellation)
    {
        var headers = await chain.GetHeadersAsync(from, count, cancellation);
        _headers.Require(headers);
        return headers;
    }

    /// <summary>The headers that follow the tip one by one; none where the first is of another branch.</summary>
    public static IReadOnlyList<BlockHeader> LinkedTo(BlockRef tip, IReadOnlyList<BlockHeader> headers)
    {
        var linked = new List<BlockHeader>(headers.Count);
        var (number, hash) = (tip.Number, tip.Hash);
        foreach (var header in headers)
        {
            if (header.Number != number + 1 || header.ParentHash != hash) break;
            linked.Add(header);
            (number, hash) = (header.Number, header.Hash);
        }

        return linked;
    }

    /// <summary>
    /// The blocks of these headers and those that follow them, in groups that fit into memory. The next groups are on
    /// their way while the caller is busy with one. They end early where the node's chain ends or goes another way.
    /// </summary>
    /// <param name="first">Headers that follow one another, at least one.</param>
    /// <param name="last">Number of the last block that is asked for.</param>
    /// <param name="batchSize">How many headers are asked for at once.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node's logs are not those of these blocks.</exception>
    public IAsyncEnumerable<IReadOnlyList<ChainBlock>> ReadAsync(
        IReadOnlyList<BlockHeader> first, ulong last, int batchSize, CancellationToken cancellation) =>
        ReadAhead.OfAsync(stop => GroupsAsync(first, last, batchSize, stop), BlocksAsync, cancellation);

    /// <summary>The blocks of these headers. Receipts are asked for only where the Bloom filter allows any.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node's logs are not those of these blocks.</exception>
    public async Task<IReadOnlyList<ChainBlock>> BlocksAsync(
        IReadOnlyList<BlockHeader> headers, CancellationToken cancellation)
    {
        var candidates = headers.Where(MayConcernUs).ToList();
        var logs = candidates.Count == 0 ? [] : await _logs.OfAsync(candidates, cancellation);
        var next = 0;
        return [.. headers.Select(one => LogReading.Read(one, MayConcernUs(one) ? logs[next++] : [], network))];
    }

    private async IAsyncEnumerable<IReadOnlyList<BlockHeader>> GroupsAsync(
        IReadOnlyList<BlockHeader> first,
        ulong last,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (group, gas, most) = (new List<BlockHeader>(), 0ul, FirstGroupGas);
        await foreach (var header in OneByOneAsync(first, last, batchSize, cancellation))
        {
            if (group.Count == batchSize || (group.Count > 0 && header.GasUsed > most - gas))
            {
                yield return group;
                (group, gas, most) = ([], 0, Math.Min(2 * most, GroupGas));
            }

            group.Add(header);
            gas += Math.Min(header.GasUsed, most - gas);
        }

        if (group.Count > 0) yield return group;
    }

    private async IAsyncEnumerable<BlockHeader> OneByOneAsync(
        IReadOnlyList<BlockHeader> first,
        ulong last,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var headers = first;
        while (headers.Count > 0)
        {
            foreach (var header in headers) yield return header;
            var tip = headers[^1];
            if (tip.Number >= last) yield break;
            var count = (int)Math.Min(last - tip.Number, (ulong)batchSize);
            headers = LinkedTo(
                new BlockRef(tip.Number, tip.Hash, tip.Timestamp),
                await HeadersAsync(tip.Number + 1, count, cancellation));
        }
    }

    private bool MayConcernUs(BlockHeader header) =>
        header.LogsBloom.MightContain(network.Ledger) || header.LogsBloom.MightContain(network.Participants);
}
