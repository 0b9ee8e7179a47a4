using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>
/// The only one that writes to the outbox. What arrives while a commit waits for the disk forms the next group, so
/// that many writes share one sync; each caller's task completes only after its commit.
/// </summary>
internal sealed class OutboxWriter : IAsyncDisposable
{
    private const int MaxGroup = 1024;

    private readonly OutboxDatabase _database;
    private readonly OutboxChanges _changes;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<OutboxWriter> _logger;
    private readonly Channel<Write> _queue = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(MaxGroup * 4) { SingleReader = true });

    private readonly Task _loop;
    private bool _failed;

    public OutboxWriter(
        OutboxDatabase database,
        OutboxChanges changes,
        IHostApplicationLifetime lifetime,
        TaskScheduler thread,
        ILogger<OutboxWriter> logger)
    {
        _database = database;
        _changes = changes;
        _lifetime = lifetime;
        _logger = logger;
        _loop = Task.Factory.StartNew(
            RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, thread).Unwrap();
    }

    /// <summary>How many commits have reached the disk.</summary>
    public long Commits { get; private set; }

    /// <summary>The newest commit that did not reach it; null while all have.</summary>
    public OutboxRefusal? LastRefusal { get; private set; }

    /// <summary>Runs the work inside a transaction and completes once it is on the disk.</summary>
    /// <param name="work">May run twice, and then in another transaction: it has no effect but through its session.
    /// </param>
    /// <param name="cancellation">Gives up before the work is queued; what is queued is carried out.</param>
    /// <exception cref="LedgerFault">OUTBOX_UNAVAILABLE: the disk refused, nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<OutboxSession, T> work, CancellationToken cancellation)
    {
        var write = new Write<T>(work);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw Unavailable();
        }

        return await write.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        var group = new List<Write>(MaxGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var write)) group.Add(write);
            Commit(group);
        }
    }

    private void Commit(List<Write> group)
    {
        if (Attempt(group) is not { } session) return;
        Commits++;
        foreach (var write in group) write.Complete();
        _changes.Publish(session.Changes);
    }

    private OutboxSession? Attempt(List<Write> group)
    {
        try
        {
            if (!_failed) return Transact(group);
            foreach (var write in group) write.Fail(Unavailable());
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode != SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            Refuse(group, fault);
        }
        catch (Exception) when (group.Count > 1)
        {
            // One of them is at fault; alone, it fails by itself.
            foreach (var write in group) Commit([write]);
        }
        catch (Exception fault)
        {
            group[0].Fail(fault);
        }

        return null;
    }

    private OutboxSession Transact(List<Write> group)
    {
        OutboxSession? session = null;
        _database.Writer.Transact(sqlite =>
        {
            session = new OutboxSession(sqlite, sqlite.Number(EntryTable.CountPending) ?? 0);
            foreach (var write in group) write.Run(session);
        });
        return session!;
    }

    private void Refuse(List<Write> group, SqliteException fault)
    {
        // After a failed sync nobody knows what the disk holds, and a second sync may claim success for pages that
        // are lost, so the service stops. A full disk, in contrast, heals when space is freed.
        _failed = fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_IOERR;
        LastRefusal = new OutboxRefusal(fault);
        if (_failed)
        {
            _logger.DiskFailed(fault);
            _lifetime.StopApplication();
        }
        else
        {
            _logger.CommitFailed(group.Count, fault);
        }

        foreach (var write in group) write.Fail(Unavailable());
    }

    private static LedgerFault Unavailable() => new(
        ErrorReason.OutboxUnavailable, "The outbox cannot write to its disk; nothing was recorded.");

    private abstract class Write
    {
        public abstract void Run(OutboxSession session);

        public abstract void Complete();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<T>(Func<OutboxSession, T> work) : Write
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Completion => _completion.Task;

        public override void Run(OutboxSession session) => _result = work(session);

        public override void Complete() => _completion.SetResult(_result);

        public override void Fail(Exception fault) => _completion.TrySetException(fault);
    }
}
