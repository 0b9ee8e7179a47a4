using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Dispatches;

namespace SupplyChainLedger.Service.Relay;

/// <summary>
/// Finds out at the start whether the node has transactions of the relay's account that the outbox knows nothing of, as
/// it has after an older backup was restored. Their nonces are left alone: nothing is sent until the chain has counted
/// them, or has had time enough to.
/// </summary>
internal sealed class OutboxAge(
    IChainClient chain,
    OutboxDatabase outbox,
    RelayAccount account,
    RelayOptions options,
    TimeProvider time,
    ILogger<OutboxAge> logger) : IHostedService
{
    private ulong _unknownUntil;
    private long _waitingSince;

    /// <summary>Whether a nonce may be that of a transaction that the outbox does not know.</summary>
    public bool MayBeTaken(ulong nonce) =>
        nonce < _unknownUntil && time.GetElapsedTime(_waitingSince) < options.StuckAfter;

    /// <summary>Compares the outbox with the node.</summary>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var known = outbox.Read(sqlite => DispatchTable.NextNonce(sqlite, account.Address));
        var counted = await CountAsync(cancellationToken);
        if (counted <= known) return;
        _unknownUntil = counted;
        _waitingSince = time.GetTimestamp();
        logger.OutboxOlder(account.Address, known, counted);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Not every node counts what waits in its pool.
    private async Task<ulong> CountAsync(CancellationToken cancellation)
    {
        try
        {
            return await chain.GetTransactionCountAsync(account.Address, BlockTag.Pending, cancellation);
        }
        catch (JsonRpcErrorException)
        {
            return await chain.GetTransactionCountAsync(account.Address, BlockTag.Latest, cancellation);
        }
    }
}
