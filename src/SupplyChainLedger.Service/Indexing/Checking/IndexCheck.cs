using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Checking;

/// <summary>
/// Compares what the index keeps of final blocks with the node: the blocks themselves, and every event of the contracts
/// in its raw form. After the last of them it compares all else in the index with what follows from the events.
/// </summary>
internal sealed class IndexCheck(
    IndexDatabase database, BlockSource source, IIndexProgress progress, LedgerNetwork network, RecordCheck records)
{
    /// <summary>The most blocks that one call compares.</summary>
    public const int MaxBlocks = 200;

    private const string BlockSql = "SELECT hash, parent, timestamp FROM block WHERE number = ?1";

    private const string EventsSql =
        "SELECT at, transaction_hash, topics, data FROM event WHERE at >= ?1 AND at < ?2 ORDER BY at";

    /// <summary>Compares blocks from a number on, or from the contracts' first.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">What it says is not of these blocks.</exception>
    public async Task<IndexCheckResult> RunAsync(ulong from, CancellationToken cancellation)
    {
        var first = Math.Max(from, network.DeploymentBlock);
        var head = progress.Current;
        var last = Math.Min(head.FinalBlock, head.Indexed.Number);
        if (first > last) return new IndexCheckResult(0, 0, await records.RunAsync(cancellation), NextBlock: null);
        var count = (int)Math.Min(MaxBlocks, last - first + 1);
        var blocks = await source.BlocksAsync(await source.HeadersAsync(first, count, cancellation), cancellation);

        var differences = new List<IndexDifference>();
        using (var reading = database.Read())
            foreach (var block in blocks) Compare(reading.Session, block, differences);
        if (blocks.Count < count)
            differences.Add(new IndexDifference(first + (ulong)blocks.Count, "the node does not have this block"));
        var next = first + (ulong)count;
        var isLast = next > last || blocks.Count < count;
        if (isLast) differences.AddRange(await records.RunAsync(cancellation));
        return new IndexCheckResult(
            blocks.Count,
            blocks.Sum(static block => block.Logs.Count),
            differences,
            isLast ? null : next);
    }

    private static void Compare(SqliteSession session, ChainBlock block, List<IndexDifference> differences)
    {
        var number = block.Ref.Number;
        var kept = session.First(
            BlockSql,
            static row => new KeptBlock(row.GetHash(0), row.GetHash(1), row.GetUnsigned(2)),
            (long)number);
        if (kept is null) differences.Add(new IndexDifference(number, "the index does not have this block"));
        else if (kept != new KeptBlock(block.Ref.Hash, block.Parent, block.Ref.Timestamp))
            differences.Add(new IndexDifference(number, $"the index has {kept.Hash}, the node {block.Ref.Hash}"));

        var events = session.All(
            EventsSql,
            static row => (
                At: row.GetInt64(0), Transaction: row.GetHash(1), Topics: row.GetBytes(2),
                Data: row.GetBytes(3)),
            LogPosition.FirstKeyOf(number),
            LogPosition.FirstKeyOf(number + 1));
        if (events.Count != block.Logs.Count)
        {
            differences.Add(new IndexDifference(
                number, $"the index has {events.Count} events, the node {block.Logs.Count}"));
            return;
        }

        foreach (var (one, log) in events.Zip(block.Logs))
        {
            var isSame = one.At == log.At.Key
                && one.Transaction == log.TransactionHash
                && one.Topics.AsSpan().SequenceEqual([.. log.Topics.SelectMany(static topic => topic.ToBytes())])
                && one.Data.AsSpan().SequenceEqual(log.Data.Span);
            if (!isSame) differences.Add(new IndexDifference(number, $"the event {log.At.LogIndex} is another"));
        }
    }

    private sealed record KeptBlock(Hash32 Hash, Hash32 Parent, ulong Timestamp);
}

/// <summary>What one call has compared.</summary>
/// <param name="Blocks">How many blocks.</param>
/// <param name="Events">How many events the chain has in them.</param>
/// <param name="Differences">What differs.</param>
/// <param name="NextBlock">Where to go on; null at the end.</param>
internal sealed record IndexCheckResult(
    int Blocks, int Events, IReadOnlyList<IndexDifference> Differences, ulong? NextBlock);

/// <summary>Something in the index that is not as on the chain.</summary>
/// <param name="Block">Where.</param>
/// <param name="What">What, for people.</param>
internal sealed record IndexDifference(ulong Block, string What);
