using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;

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
        if (_settledTo is not { } settledTo || head.Rollbacks != _rollbacks || justCaughtUp)
            await ReconcileAsync(head, cancellation);
        else
            await AdvanceAsync(settledTo + 1, head.Indexed.Number, cancellation);

        _settledTo = head.Indexed.Number;
        _rollbacks = head.Rollbacks;
        _caughtUp |= justCaughtUp;
        await CloseAsync(head, cancellation);
    }

    /// <summary>Goes through everything that is open: after a start and after a reorganisation.</summary>
    private async Task ReconcileAsync(IndexHead head, CancellationToken cancellation)
    {
        if (FindGoneBlocks(head) is { Count: > 0 } gone)
        {
            var count = await writer.WriteAsync(
                session => gone.Sum(
                    block => OutcomeTable.TakeBack(session, block, options.AllowChainRegression).Count),
                cancellation);
            if (count > 0) logger.TakenBack(count);
        }

        var after = 0L;
        while (true)
        {
            var from = after;
            var pending = outbox.Read(
                sqlite => EntryTable.ReadPending(sqlite, from, MaxJudgementsPerWrite));
            if (pending.Count == 0) return;
            after = pending[^1].Sequence;
            await pending.Select(judge.Judge).OfType<Judgement>().ToList().ApplyAsync(writer, cancellation);
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

    private List<RecordedBlock> FindGoneBlocks(IndexHead head)
    {
        var gone = new List<RecordedBlock>();
        ulong? common = null;
        foreach (var block in outbox.Read(
            sqlite => OutcomeTable.ReadBlocks(sqlite, options.AllowChainRegression)))
        {
            if (block.Number < common) break;
            if (block.Number > head.Indexed.Number)
            {
                // The index is still on its way there, unless the chain itself ends before.
                if (options.AllowChainRegression && head.IsCaughtUp) gone.Add(block);
                continue;
            }

            var indexed = outcomes.BlockHash(block.Number);
            if (indexed == block.Hash) common = block.Number;
            else if (indexed is not null) gone.Add(block);
        }

        return gone;
    }
}
