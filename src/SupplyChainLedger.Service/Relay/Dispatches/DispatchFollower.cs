using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Relay.Batches;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>
/// Follows dispatches until their nonce is spent and each intent that they carry has an outcome. Knows of transactions
/// by their hash and never signs a second one for an intent while the first can still land.
/// </summary>
internal sealed class DispatchFollower(
    IChainClient chain,
    IIntentOutcomes outcomes,
    OutcomeJudge judge,
    OutboxDatabase outbox,
    OutboxWriter writer,
    GasBudget budget,
    Suspicions suspicions,
    RelayMetrics metrics,
    ILogger<DispatchFollower> logger)
{
    /// <summary>Takes every dispatch whose nonce the chain has counted to where it stands now.</summary>
    /// <param name="counts">How many transactions each account has in blocks up to the indexed one: what has spent a
    /// nonce by then has also left its outcomes in the index.</param>
    /// <param name="head">The chain's newest block.</param>
    /// <param name="index">Where the index stands.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those whose nonce is still free, by nonce.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<IReadOnlyList<Dispatch>> FollowAsync(
        IReadOnlyDictionary<Address, ulong> counts, BlockHeader head, IndexHead index, CancellationToken cancellation)
    {
        foreach (var (account, count) in counts)
            await ReopenAsync(new Uncounted(account, count, index.Indexed.Number, head.Number), cancellation);


        var unspent = new List<Dispatch>();
        foreach (var dispatch in outbox.Read(DispatchTable.ReadOpen))
        {
            if (dispatch.Nonce >= counts.GetValueOrDefault(dispatch.Sender)) unspent.Add(dispatch);
            else await CloseAsync(dispatch, head, index, cancellation);
        }

        foreach (var dispatch in outbox.Read(DispatchTable.ReadUnsettled))
            await SettleAsync(dispatch, index, cancellation);
        return unspent;
    }

    private async Task ReopenAsync(Uncounted uncounted, CancellationToken cancellation)
    {
        if (!outbox.Read(sqlite => DispatchTable.HasUncounted(sqlite, uncounted))) return;
        var reopened = await writer.WriteAsync(
            session => DispatchTable.Reopen(session, uncounted), cancellation);
        logger.FellOut(reopened);
        metrics.FellOut(reopened);
    }

    /// <summary>The nonce is spent: by which transaction?</summary>
    private async Task CloseAsync(
        Dispatch dispatch, BlockHeader head, IndexHead index, CancellationToken cancellation)
    {
        foreach (var attempt in dispatch.Attempts)
        {
            if (await chain.GetReceiptAsync(attempt.Hash, cancellation) is not { } receipt) continue;
            Learn(dispatch, receipt);
            metrics.Included(receipt);
            var block = new RecordedBlock(receipt.BlockNumber, receipt.BlockHash);
            await SetStateAsync(dispatch, DispatchState.Included, block, cancellation);
            return;
        }

        // By none of ours, it seems.
        if (!suspicions.IsConfirmed(dispatch.Newest.Hash, head.Number, index.Indexed.Number)) return;
        logger.Displaced(dispatch.Nonce, dispatch.Sender);
        metrics.Displaced();
        await SetStateAsync(dispatch, DispatchState.Displaced, block: null, cancellation);
    }

    private void Learn(Dispatch dispatch, TransactionReceipt receipt)
    {
        if (!receipt.Succeeded) budget.Raise();
        else budget.Learn(dispatch.Intents, receipt.GasUsed);
    }

    /// <summary>A dispatch that is done with carries intents that have come to no end.</summary>
    private async Task SettleAsync(Dispatch dispatch, IndexHead index, CancellationToken cancellation)
    {
        if (dispatch.Block is { } block)
        {
            if (index.Indexed.Number < block.Number) return;
            if (outcomes.BlockHash(block.Number) != block.Hash)
            {
                await SetStateAsync(dispatch, DispatchState.Open, block: null, cancellation);
                return;
            }
        }

        var carried = outbox.Read(sqlite => DispatchTable.ReadCarried(sqlite, dispatch));
        var judged = carried.Select(entry => (Entry: entry, Judgement: judge.Judge(entry))).ToList();
        var released = await writer.WriteAsync(
            session =>
            {
                foreach (var (entry, judgement) in judged)
                {
                    if (judgement is not null) judgement.Apply(session);
                    else DispatchTable.Release(session, dispatch, entry);
                }

                return judged.Count(static one => one.Judgement is null);
            },
            cancellation);
        if (released > 0) logger.TookNoEffect(dispatch.Newest.Hash, released);
    }

    private async Task SetStateAsync(
        Dispatch dispatch, DispatchState state, RecordedBlock? block, CancellationToken cancellation) =>
        await writer.WriteAsync(
            session =>
            {
                DispatchTable.SetState(session, dispatch, state, block);
                return state;
            },
            cancellation);
}
