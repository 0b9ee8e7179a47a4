using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>
/// Brings every intent to its end by what the index says, and by nothing else: whoever carried it to the chain, and
/// whatever became of the transaction that was meant to. Used by one caller at a time.
/// </summary>
internal sealed class IntentSettlement(
    IIntentOutcomes outcomes,
    OutcomeJudge judge,
    OutboxDatabase outbox,
    OutboxWriter writer,
    IntakeOptions options,
    ILogger<IntentSettlement> logger)
{
    private const int MaxJudgementsPerWrite = 1000;

    private readonly ChainClock _clock = new();
    private ulong? _settledTo;
    private ulong _rollbacks;
    private bool _caughtUp;

    /// <summary>Takes the outbox to where the index stands.</summary>
    public async Task FollowAsync(IndexHead head, CancellationToken cancellation)
    {
        // A new index holds nothing yet, and says nothing.
        if (head.Indexed.Hash == Hash32.Zero) return;
        _clock.Observe(head);
        var justCaughtUp = !_caughtUp && head.IsCaughtUp;
        var isUncertain = _settledTo is null || head.Rollbacks != _rollbacks || justCaughtUp;
        var hasLost = await TakeBackAsync(head, isUncertain && options.AllowChainRegression, cancellation);
        if (isUncertain || hasLost) await ReconcileAsync(cancellation);
        if (!isUncertain) await AdvanceAsync(_settledTo!.Value + 1, head.Indexed.Number, cancellation);

        _settledTo = head.Indexed.Number;
        _rollbacks = head.Rollbacks;
        _caughtUp |= justCaughtUp;
        await CloseAsync(head, cancellation);
    }

    /// <summary>Forgets what blocks have said that are gone.</summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> TakeBackAsync(IndexHead head, bool evenFinal, CancellationToken cancellation)
    {
        var gone = FindGoneBlocks(head);
        if (evenFinal) gone.AddRange(FindGoneFinalBlocks(head));
        if (gone.Count == 0) return false;
        var count = await writer.WriteAsync(
            session => gone.Sum(block => OutcomeTable.TakeBack(session, block, evenFinal).Count), cancellation);
        if (count > 0) logger.TakenBack(count);
        return true;
    }

    /// <summary>
    /// Goes through everything that is open, after a start and after a reorganisation: what is pending, and what was
    /// refused and may have taken effect since in a block that nobody here has followed.
    /// </summary>
    private async Task ReconcileAsync(CancellationToken cancellation)
    {
        await ReconcileAsync(
            static (sqlite, after) => EntryTable.ReadPending(sqlite, after?.Sequence ?? 0, MaxJudgementsPerWrite),
            judge.Judge,
            cancellation);
        await ReconcileAsync(
            static (sqlite, after) => EntryTable.ReadRefused(sqlite, after, MaxJudgementsPerWrite),
            judge.JudgeAgain,
            cancellation);
    }

    private async Task ReconcileAsync(
        Func<SqliteSession, OutboxEntry?, List<OutboxEntry>> read,
        Func<OutboxEntry, Judgement?> judgement,
        CancellationToken cancellation)
    {
        OutboxEntry? last = null;
        while (true)
        {
            var after = last;
            var page = outbox.Read(sqlite => read(sqlite, after));
            if (page.Count == 0) return;
            last = page[^1];
            await page.Select(judgement).OfType<Judgement>().ToList().ApplyAsync(writer, cancellation);
        }
    }

    private async Task AdvanceAsync(ulong from, ulong to, CancellationToken cancellation)
    {
        var judgements = new List<Judgement>();
        for (var number = from; number <= to; number++)
        {
            judgements.AddRange(outcomes.InBlock(number).Select(judge.Judge).OfType<Judgement>());
            if (judgements.Count < MaxJudgementsPerWrite && number < to) continue;
            await judgements.ApplyAsync(writer, cancellation);
            judgements.Clear();
        }
    }

    /// <summary>Closes what final blocks have decided, and what no later block can take any more.</summary>
    private async Task CloseAsync(IndexHead head, CancellationToken cancellation)
    {
        var finalTime = _clock.FinalTime;
        var decided = outbox.Read(static sqlite => OutcomeTable.ReadBlocks(sqlite, evenFinal: false))
            .Where(block => block.Number <= head.FinalBlock && outcomes.BlockHash(block.Number) == block.Hash)
            .ToList();
        await writer.WriteAsync(
            session =>
            {
                foreach (var block in decided) OutcomeTable.Finalise(session, block, finalTime);
                OutcomeTable.Expire(session, finalTime);
                return decided.Count;
            },
            cancellation);
    }

    /// <summary>
    /// Every one of them is looked at: after a kill in the midst of a reorganisation, some may be gone below others
    /// that stand. Of a block above the index nothing is known until the index is there.
    /// </summary>
    private List<RecordedBlock> FindGoneBlocks(IndexHead head) =>
    [
        .. outbox.Read(static sqlite => OutcomeTable.ReadBlocks(sqlite, evenFinal: false)).Where(block =>
            block.Number <= head.Indexed.Number
            && outcomes.BlockHash(block.Number) is { } indexed && indexed != block.Hash),
    ];

    /// <summary>What was final is gone only where the chain has lost its newest blocks.</summary>
    private List<RecordedBlock> FindGoneFinalBlocks(IndexHead head)
    {
        var gone = new List<RecordedBlock>();
        foreach (var block in outbox.Read(static sqlite => OutcomeTable.ReadBlocks(sqlite, evenFinal: true)))
        {
            if (block.Number > head.Indexed.Number)
            {
                // The index is still on its way there, unless the chain itself ends before.
                if (head.IsCaughtUp) gone.Add(block);
                continue;
            }

            var indexed = outcomes.BlockHash(block.Number);
            if (indexed == block.Hash) break;
            if (indexed is not null) gone.Add(block);
        }

        return gone;
    }
}
