using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Checking;

/// <summary>
/// Folds all events of the index again, by its own writer into a file beside it, and compares every record with what
/// comes of it. All is read in one transaction, so that both are of one block while the index goes on. One at a time,
/// since it takes as long as a rebuild, and as much disk.
/// </summary>
internal sealed class RecordCheck(
    IndexDatabase database, LedgerNetwork network, IndexingOptions options, ILogger<IndexDatabase> log) : IDisposable
{
    /// <summary>How much is held in memory and folded in one transaction.</summary>
    private const int MaxBlocks = 200;

    private const int MaxEvents = 2000;

    private const string BlocksSql = "SELECT number, hash, parent, timestamp FROM block ORDER BY number";

    private const string EventsSql =
        "SELECT at, transaction_hash, topics, data FROM event WHERE at >= ?1 AND at < ?2 ORDER BY at";

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The first record of each table that is not as the events make it.</summary>
    public async Task<IReadOnlyList<IndexDifference>> RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            DeleteFile();
            using var reading = database.Read();
            if (BlockTable.Newest(reading.Session) is not { } newest) return [];
            using var fresh = IndexDatabase.Open(PathOfFile, network, database.FingerprintKey, log);
            if (await FoldAsync(reading.Session, new IndexWriter(fresh, network), cancellation) is { } failure)
                return [new IndexDifference(newest.Number, failure)];
            if (IndexCompletion.IsDone(reading.Session)) fresh.Complete(cancellation);
            using var made = fresh.Read();
            return
            [
                .. RecordComparison.Differences(reading.Session, made.Session)
                    .Select(what => new IndexDifference(newest.Number, what)),
            ];
        }
        finally
        {
            DeleteFile();
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private string PathOfFile => $"{options.Path}.check";

    /// <returns>Why the events cannot be folded; null where they could.</returns>
    private static async Task<string?> FoldAsync(
        SqliteSession kept, IndexWriter writer, CancellationToken cancellation)
    {
        try
        {
            var blocks = new List<ChainBlock>();
            var isFirst = true;
            foreach (var block in kept.Stream(BlocksSql, ReadBlock, []))
            {
                if (isFirst) writer.Anchor(block);
                else blocks.Add(block with { Logs = LogsOf(kept, block.Ref.Number) });
                isFirst = false;
                if (blocks.Count < MaxBlocks && blocks.Sum(static one => one.Logs.Count) < MaxEvents) continue;
                writer.Append(blocks);
                blocks.Clear();
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            if (blocks.Count > 0) writer.Append(blocks);
            return null;
        }
        catch (Exception fault) when (fault is InconsistentChainException or InvalidDataException or AbiException
            or ArgumentException)
        {
            return $"the events cannot be folded: {fault.Message}";
        }
    }

    private static ChainBlock ReadBlock(SqliteRow row) =>
        new(new BlockRef(row.GetUnsigned(0), row.GetHash(1), row.GetUnsigned(3)), row.GetHash(2), []);

    private static List<ChainLog> LogsOf(SqliteSession kept, ulong number) =>
        kept.All(EventsSql, ReadLog, LogPosition.FirstKeyOf(number), LogPosition.FirstKeyOf(number + 1));

    private static ChainLog ReadLog(SqliteRow row)
    {
        var topics = row.GetBytes(2).Chunk(Hash32.Size).Select(static topic => Hash32.FromBytes(topic)).ToArray();
        var data = row.GetBytes(3);
        var logged = LedgerEvents.Decode(topics, data)
            ?? throw new InvalidDataException("The index holds a log that is no event of the contracts.");
        return new ChainLog(row.GetPosition(0), row.GetHash(1), topics, data, logged);
    }

    private void DeleteFile()
    {
        foreach (var end in (string[])["", "-wal", "-shm", ".suspect"]) File.Delete(PathOfFile + end);
    }
}
