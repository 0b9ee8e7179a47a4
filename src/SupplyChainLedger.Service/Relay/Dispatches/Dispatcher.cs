using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Relay.Fees;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>Gets batches into blocks: one transaction each, replaced on its own nonce when it is stuck.</summary>
internal sealed class Dispatcher(
    IChainClient chain,
    OutboxDatabase outbox,
    OutboxWriter writer,
    TransactionFactory transactions,
    Broadcaster broadcaster,
    FeePolicy fees,
    RelayMetrics metrics,
    RelayTraces traces,
    RelayAccount account,
    RelayOptions options,
    TimeProvider time,
    ILogger<Dispatcher> logger)
{
    /// <summary>Signs a batch, writes the transaction to the disk, and only then sends it.</summary>
    /// <returns>What is in its way; null when it is with the node.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer; the transaction is kept.</exception>
    public async Task<string?> SendAsync(
        Batch batch, ulong nonce, BlockHeader head, CancellationToken cancellation)
    {
        var offer = fees.Offer(head.BaseFeePerGas, await chain.GetGasPriceAsync(cancellation));
        if (offer.MaxFee < head.BaseFeePerGas) return Obstacles.FeesAboveCap(options.MaxFeePerGas);

        var signed = transactions.Sign(batch, nonce, offer, head.Number);
        traces.Sign(signed.Attempt, nonce);
        using (traces.Step("relay.persist"))
        {
            await writer.WriteAsync(
                session => DispatchTable.Insert(session, account.Address, nonce, signed, batch.Entries), cancellation);
        }

        FailPoint.Pass(FailPoint.Signed);
        using (traces.Step("relay.broadcast"))
        {
            if (await broadcaster.SendAsync(signed, cancellation) is { } rejection)
                return Obstacles.Rejected(rejection, account.Address);
        }

        logger.Sent(batch.Entries.Count, signed.Attempt.Hash, nonce);
        metrics.Sent(batch.Entries.Count, offer.MaxFee);
        return null;
    }

    /// <summary>Keeps a dispatch with the node until its nonce is spent.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="isNext">Its nonce is the account's next one: only then something can be wrong with itself.</param>
    /// <param name="head">The chain's newest block.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is in its way; null when there is nothing to do but wait.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<string?> KeepAsync(
        Dispatch dispatch, bool isNext, BlockHeader head, CancellationToken cancellation)
    {
        var rejection = await broadcaster.EnsureKnownAsync(dispatch, cancellation);
        var isTooCheap = rejection?.Rejection is
            TransactionRejection.FeeTooLow or TransactionRejection.ReplacementUnderpriced;
        if (dispatch.Sender == account.Address && isNext && IsStuck(dispatch.Newest, isTooCheap, head))
            return await ReplaceAsync(dispatch, head, cancellation);
        if (rejection is not null) return Obstacles.Rejected(rejection, dispatch.Sender);
        return HasNoBlocks(dispatch.Newest, head) ? Obstacles.NoBlock(dispatch.Newest.Hash) : null;
    }

    // Signed later than now: the clock was set back since, and nobody knows how old it is.
    private bool IsOld(Attempt attempt)
    {
        var age = time.GetUtcNow() - attempt.SignedAt;
        return age >= options.StuckAfter || age < TimeSpan.Zero;
    }

    // A chain that makes blocks has had the time to make one.
    private bool HasNoBlocks(Attempt attempt, BlockHeader head) =>
        head.Number == attempt.SignedAtBlock && IsOld(attempt);

    // No more than one raise a block, where there are blocks: whoever bids against us would drive both to the cap.
    private bool IsStuck(Attempt attempt, bool isTooCheap, BlockHeader head)
    {
        var isOld = IsOld(attempt);
        if (isTooCheap || attempt.Fee.MaxFee < head.BaseFeePerGas) return isOld || head.Number > attempt.SignedAtBlock;
        return isOld && head.Number >= attempt.SignedAtBlock + options.StuckBlocks;
    }

    private async Task<string?> ReplaceAsync(Dispatch dispatch, BlockHeader head, CancellationToken cancellation)
    {
        var current = fees.Offer(head.BaseFeePerGas, await chain.GetGasPriceAsync(cancellation));
        if (fees.Raise(dispatch.Newest.Fee, current) is not { } raised)
            return Obstacles.Stuck(dispatch.Newest.Hash, options.MaxFeePerGas);

        var before = outbox.Read(sqlite => DispatchTable.ReadSigned(sqlite, dispatch.Newest));
        var replacement = transactions.Resign(before, raised, head.Number);
        await writer.WriteAsync(
            session =>
            {
                DispatchTable.AddAttempt(session, dispatch, replacement);
                return replacement;
            },
            cancellation);
        logger.Replaced(dispatch.Newest.Hash, dispatch.Nonce, replacement.Attempt.Hash);
        metrics.Replaced(raised.MaxFee);
        return await broadcaster.SendAsync(replacement, cancellation) is { } rejection
            ? Obstacles.Rejected(rejection, account.Address)
            : null;
    }
}
