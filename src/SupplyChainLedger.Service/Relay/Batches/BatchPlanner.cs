using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Settlement;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// Makes a batch of what waits. Intents that the ledger would refuse are left out and come to their end here; those
/// that it would reject go along, so that the chain records the reason and their nonce is spent.
/// </summary>
internal sealed class BatchPlanner(
    WaitingLines waiting,
    OutboxWriter writer,
    OutcomeJudge judge,
    BatchSimulation simulation,
    GasBudget budget,
    BatchTrust trust,
    Suspicions suspicions,
    RelayOptions options,
    ILogger<BatchPlanner> logger)
{
    private const ulong SecondsAside = 60;

    /// <summary>The next batch; null when nothing that waits can go.</summary>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<Batch?> PlanAsync(BlockHeader head, BlockRef indexed, CancellationToken cancellation)
    {
        var gasLimit = Math.Min(options.MaxGas, head.GasLimit);
        var entries = waiting.Take(head.Timestamp, Math.Min(options.MaxIntents, budget.CountWithin(gasLimit)));
        while (entries.Count > 0)
        {
            var callData = Encode(entries);
            var gas = Math.Min(budget.For(entries.Count), gasLimit);
            var batch = new Batch(entries, callData, gas);
            if (trust.Has(entries)) return batch;
            if (await simulation.TryAsync(callData, gas, indexed, cancellation) is { } outcomes)
            {
                if (outcomes.Contains(BatchOutcome.Refused))
                    return await WithoutRefusedAsync(batch, outcomes, head, indexed, cancellation);
                trust.Earn();
                return batch;
            }

            entries = await ShrinkAsync(entries, callData, gasLimit, head, cancellation);
        }

        return null;
    }

    /// <summary>A batch of no intents, which only spends its nonce.</summary>
    public Batch PlanNothing() => new([], Encode([]), budget.For(0));

    /// <summary>
    /// The batch reverted as a whole, which only too little gas can do: asks the node how much it needs, and takes
    /// fewer intents where that is more than may be spent.
    /// </summary>
    private async Task<List<OutboxEntry>> ShrinkAsync(
        List<OutboxEntry> entries, byte[] callData, ulong gasLimit, BlockHeader head, CancellationToken cancellation)
    {
        var guess = budget.For(entries.Count);
        if (await simulation.EstimateAsync(callData, cancellation) is { } needed && needed <= gasLimit)
        {
            budget.Expect(entries.Count, needed);
            if (budget.For(entries.Count) > guess) return entries;
        }

        if (entries.Count == 1) await SetAsideAsync(entries[0], gasLimit, head, cancellation);
        return entries[..(entries.Count / 2)];
    }

    /// <summary>An intent that cannot go even alone must not hold up those behind it.</summary>
    private async Task SetAsideAsync(
        OutboxEntry entry, ulong gasLimit, BlockHeader head, CancellationToken cancellation)
    {
        logger.IntentDoesNotFit(entry.Hash, gasLimit);
        Judgement[] setAside = [new Judgement.Postponed(entry.Hash, head.Timestamp + SecondsAside)];
        await setAside.ApplyAsync(writer, cancellation);
    }

    private async Task<Batch?> WithoutRefusedAsync(
        Batch batch, BatchOutcome[] outcomes, BlockHeader head, BlockRef indexed, CancellationToken cancellation)
    {
        var staying = new List<OutboxEntry>();
        var judgements = new List<Judgement>();
        foreach (var (entry, outcome) in batch.Entries.Zip(outcomes))
        {
            var judgement = outcome == BatchOutcome.Refused ? await JudgeAsync(entry, indexed, cancellation) : null;

            // The block that will carry it is later than the one it was tried at: too early there may be in time here.
            if (judgement is null or Judgement.Postponed) staying.Add(entry);
            else if (suspicions.IsConfirmed(entry.Hash.Value, head.Number, indexed.Number)) judgements.Add(judgement);
        }

        await judgements.ApplyAsync(writer, cancellation);
        return staying.Count == 0 ? null : new Batch(staying, Encode(staying), batch.GasLimit);
    }

    private async Task<Judgement?> JudgeAsync(OutboxEntry entry, BlockRef indexed, CancellationToken cancellation)
    {
        var reason = await simulation.FindReasonAsync(entry.Call, indexed, cancellation);
        return reason is null
            ? null
            : judge.JudgeRefusal(
                entry, new EntryOutcome(IntentVerdict.Refused, indexed, TransactionHash: null, LogIndex: null, reason));
    }

    private static byte[] Encode(List<OutboxEntry> entries) =>
        LedgerCalls.Execute.EncodeCall([.. entries.Select(static entry => entry.Call.ToArray())]);
}
