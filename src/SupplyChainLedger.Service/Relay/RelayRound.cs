using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Relay.Dispatches;

namespace SupplyChainLedger.Service.Relay;

/// <summary>
/// One look at everything: what is on its way is followed and kept going, and what waits is sent where there is room.
/// Everything that it must not forget is in the outbox, so a round can break off anywhere and the next one goes on.
/// </summary>
internal sealed class RelayRound(
    IChainClient chain,
    IIndexProgress progress,
    OutboxDatabase outbox,
    DispatchFollower follower,
    Broadcaster broadcaster,
    Dispatcher dispatcher,
    BatchPlanner planner,
    OutboxAge age,
    RelayMetrics metrics,
    RelayTraces traces,
    RelayAccount account,
    RelayOptions options)
{
    /// <summary>Runs the round.</summary>
    /// <returns>What it has sent, and what is in the way.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    /// <exception cref="Faults.LedgerFault">OUTBOX_UNAVAILABLE.</exception>
    public async Task<RoundResult> RunAsync(CancellationToken cancellation)
    {
        var index = progress.Current;
        if (index.Indexed.Hash == Hash32.Zero) return RoundResult.Idle;

        if (index.Lag > options.MaxIndexLag) return Wait(Obstacles.IndexBehind);
        if (await CountAsync(index.Indexed, cancellation) is not { } counts)
            return Wait(Obstacles.BlockMissing(index.Indexed.Number));
        if (await chain.GetHeaderAsync(BlockTag.Latest, cancellation) is not { } head) return RoundResult.Idle;
        broadcaster.Look(head.Hash);
        metrics.Counted(counts[account.Address]);

        var inFlight = await follower.FollowAsync(counts, head, index, cancellation);
        var nonce = outbox.Read(
            sqlite => DispatchTable.FirstFreeNonce(sqlite, account.Address, counts[account.Address]));
        var own = inFlight.Count(dispatch => dispatch.Sender == account.Address);

        // Left by a transaction that was not the relay's and fell out of the chain: nothing behind it can go.
        if (inFlight.Any(dispatch => dispatch.Sender == account.Address && dispatch.Nonce > nonce))
            return await SendWaitingAsync(nonce, isGap: true, head, index, cancellation);

        foreach (var dispatch in inFlight)
        {
            var isNext = dispatch.Nonce == counts[dispatch.Sender];
            if (await dispatcher.KeepAsync(dispatch, isNext, head, cancellation) is { } obstacle)
                return new RoundResult(HasSent: false, obstacle);
        }

        return own >= options.MaxInFlight
            ? RoundResult.Idle
            : await SendWaitingAsync(nonce, isGap: false, head, index, cancellation);
    }

    /// <summary>Sends what waits. A gap is filled with nothing where nothing waits.</summary>
    private async Task<RoundResult> SendWaitingAsync(
        ulong nonce, bool isGap, BlockHeader head, IndexHead index, CancellationToken cancellation)
    {
        var planning = traces.BeginPlanning();
        var planned = await planner.PlanAsync(head, index.Indexed, cancellation);
        if ((planned ?? (isGap ? planner.PlanNothing() : null)) is not { } batch) return RoundResult.Idle;
        using var span = traces.Begin(batch, planning);
        FailPoint.Pass(FailPoint.Planned);
        if (age.MayBeTaken(nonce)) return Wait(Obstacles.UnknownTransaction(account.Address, nonce));
        var obstacle = await dispatcher.SendAsync(batch, nonce, head, cancellation);
        return new RoundResult(HasSent: obstacle is null, obstacle);
    }

    /// <summary>
    /// An index that is catching up, over blocks whose state the node may have no more, is no obstacle as long as
    /// nothing waits for it.
    /// </summary>
    private RoundResult Wait(string obstacle) => outbox.Read(EntryTable.HasPending)
        ? new RoundResult(HasSent: false, obstacle)
        : RoundResult.Idle;

    /// <summary>
    /// How many transactions the chain has counted of the relay's account, and of those it had before; null when
    /// the node does not know the block.
    /// </summary>
    private async Task<Dictionary<Address, ulong>?> CountAsync(BlockRef block, CancellationToken cancellation)
    {
        var counts = new Dictionary<Address, ulong>();
        var accounts = outbox.Read(DispatchTable.ReadOpen).Select(static dispatch => dispatch.Sender);
        try
        {
            foreach (var sender in accounts.Append(account.Address).Distinct())
            {
                counts[sender] = await chain.GetTransactionCountAsync(
                    sender, BlockTag.Of(block.Number, block.Hash), cancellation);
            }

            return counts;
        }
        catch (JsonRpcErrorException)
        {
            return null;
        }
    }
}
