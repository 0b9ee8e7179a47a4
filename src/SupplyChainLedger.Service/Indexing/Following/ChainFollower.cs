using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Brings the index a step nearer to the node's chain: forward by blocks, or back to a fork.</summary>
internal sealed class ChainFollower(
    IndexDatabase database,
    IndexWriter writer,
    BlockSource source,
    IndexProgress progress,
    LedgerNetwork network,
    IndexingOptions options,
    ILogger<ChainFollower> log)
{
    /// <summary>After as many the node's newest block is asked for anew.</summary>
    private const ulong BatchesInAStep = 10;

    private readonly ForkFinder _forks = new(database, source);

    /// <summary>Looks at the node once and does what follows from it.</summary>
    /// <returns>True when there is more to do at once; false when the index has reached the node's head.</returns>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node's answers contradict each other or the index.</exception>
    /// <exception cref="ChainReplacedException">A block that was called final is no longer on the chain.</exception>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (await LookAsync(cancellation)) return true;
        if (!database.IsComplete)
        {
            Complete(cancellation);
            Publish(progress.Current.ChainHead, progress.Current.Rollbacks);
        }

        database.BringToDisk();
        return false;
    }

    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        var head = await source.HeadAsync(cancellation);
        if (Newest() is not { } tip)
        {
            await AnchorAsync(head, cancellation);
            return true;
        }

        if (head.Number > tip.Number) return await AdvanceAsync(tip, head, cancellation);
        if (Indexed(head.Number) is not { } ours) return false;
        if (ours.Hash != head.Hash) return await ReorganiseAsync(tip, head, cancellation);

        // The node knows less of the same chain: it lags, unless it is all the network there is.
        if (ours.Number < tip.Number && options.AllowChainRegression)
        {
            log.ChainRegressed(ours.Number, tip.Number);
            RollBack(ours, head.Number, cancellation);
        }
        else
        {
            Publish(head.Number, progress.Current.Rollbacks);
        }

        return false;
    }

    /// <summary>
    /// Begins with the block before the contracts' first, under the hash by which the first one names it: anvil makes
    /// another genesis at each start and may show that one, whatever the chain that it has loaded builds on.
    /// </summary>
    private async Task AnchorAsync(BlockHeader head, CancellationToken cancellation)
    {
        var before = network.DeploymentBlock == 0 ? 0 : network.DeploymentBlock - 1;
        var headers = await source.HeadersAsync(before, 2, cancellation);
        if (headers.Count == 0)
            throw new InconsistentChainException(
                $"The node's chain ends at block {head.Number}, before the contracts' block "
                + $"{network.DeploymentBlock}.");
        var anchor = headers.Count == 1 ? headers[0] : headers[0] with { Hash = headers[1].ParentHash };
        writer.Anchor(LogReading.Read(anchor, [], network));
        log.Following(network.DeploymentBlock);
        Publish(head.Number, progress.Current.Rollbacks);
    }

    private async Task<bool> AdvanceAsync(BlockRef tip, BlockHeader head, CancellationToken cancellation)
    {
        var missing = head.Number - tip.Number;
        var headers = missing == 1
            ? [head]
            : await source.HeadersAsync(tip.Number + 1, (int)Math.Min(missing, (ulong)options.BatchSize), cancellation);
        var linked = BlockSource.LinkedTo(tip, headers);
        if (headers.Count == 0) return false;
        if (linked.Count == 0)
            return await ReorganiseAsync(tip, head, cancellation)
                ? true
                : throw new InconsistentChainException(
                    $"The node has block {tip.Number} {tip.Hash}, but its next block builds on another one.");

        var last = Math.Min(head.Number, tip.Number + BatchesInAStep * (ulong)options.BatchSize);
        await foreach (var blocks in source.ReadAsync(linked, last, options.BatchSize, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            Append(blocks);
            foreach (var _ in blocks) FailPoint.Pass(FailPoint.Indexed);
            Publish(head.Number, progress.Current.Rollbacks);
        }

        return progress.Current.Indexed.Number < head.Number;
    }

    private void Append(IReadOnlyList<ChainBlock> blocks)
    {
        try
        {
            writer.Append(blocks);
        }
        catch (InconsistentChainException) when (blocks.Count > 1)
        {
            // What stands before the block that cannot follow is good.
            foreach (var block in blocks) writer.Append([block]);
        }
    }

    /// <exception cref="InconsistentChainException">The node's newest block is not the one it has there.</exception>
    private async Task<bool> ReorganiseAsync(BlockRef tip, BlockHeader head, CancellationToken cancellation)
    {
        await source.RequireOwnChainAsync(cancellation);
        var fork = await _forks.FindAsync(Math.Min(tip.Number, head.Number), cancellation);
        if (fork == tip) return false;
        if (fork?.Number == head.Number)
            throw new InconsistentChainException(
                $"The node calls its newest block {head.Number} {head.Hash}, and then {fork.Value.Hash}.");
        var final = progress.Current.FinalBlock;
        if (!options.AllowChainRegression && (fork is not { } standing || standing.Number < final))
            throw new ChainReplacedException(
                $"the node's chain parts from the indexed one after block {fork?.Number.ToString() ?? "none"}, below "
                + $"block {final}, which was called final. Find out which chain is right; if it is the node's, stop "
                + "the service and delete index.db: it is rebuilt.");

        if (fork is { } found) log.RolledBack(found.Number + 1, tip.Number, found.Number);
        else log.RolledBack(0, tip.Number, 0);
        RollBack(fork, head.Number, cancellation);
        return true;
    }

    private void RollBack(BlockRef? fork, ulong chainHead, CancellationToken cancellation)
    {
        // What is taken back is found by the indexes.
        if (!database.IsComplete) Complete(cancellation);
        writer.RollBack(fork?.Number);
        Publish(chainHead, progress.Current.Rollbacks + 1);
    }

    /// <summary>Makes what the index was begun without.</summary>
    private void Complete(CancellationToken cancellation)
    {
        log.Completing(progress.Current.Indexed.Number);
        database.Complete(cancellation);
    }

    private void Publish(ulong chainHead, ulong rollbacks)
    {
        using var reading = database.Read();
        progress.Publish(IndexState.Read(reading.Session, chainHead, rollbacks, database.IsComplete));
    }

    private BlockRef? Newest()
    {
        using var reading = database.Read();
        return BlockTable.Newest(reading.Session);
    }

    private BlockRef? Indexed(ulong number)
    {
        using var reading = database.Read();
        return BlockTable.Find(reading.Session, number);
    }
}
