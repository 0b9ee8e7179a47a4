using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>Hands persisted transactions to the node, and remembers what the node says of them.</summary>
internal sealed class Broadcaster(
    IChainClient chain,
    OutboxDatabase outbox,
    IIndexNudge nudge,
    RelayMetrics metrics,
    RelayOptions options,
    TimeProvider time,
    ILogger<Broadcaster> logger)
{
    private readonly HashSet<Hash32> _known = [];
    private readonly Dictionary<Hash32, TransactionRejectedException> _rejected = [];
    private Hash32 _head;
    private long _lookedAt;

    /// <summary>A new block, and some time without one, are reasons to ask the node about everything anew.</summary>
    public void Look(Hash32 head)
    {
        if (head == _head && time.GetElapsedTime(_lookedAt) < options.CheckInterval) return;
        (_head, _lookedAt) = (head, time.GetTimestamp());
        _known.Clear();
        _rejected.Clear();
    }

    /// <summary>Sees to it that the node has the newest attempt.</summary>
    /// <returns>Why the node does not take it; null when it has it.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<TransactionRejectedException?> EnsureKnownAsync(Dispatch dispatch, CancellationToken cancellation)
    {
        var attempt = dispatch.Newest;
        if (_known.Contains(attempt.Hash)) return null;
        if (_rejected.TryGetValue(attempt.Hash, out var before)) return before;
        if (await chain.GetTransactionAsync(attempt.Hash, cancellation) is null)
        {
            var signed = outbox.Read(sqlite => DispatchTable.ReadSigned(sqlite, attempt));
            if (await SendAsync(signed, cancellation) is { } rejection) return rejection;
            logger.SentAgain(attempt.Hash, dispatch.Nonce);
            metrics.SentAgain();
        }

        _known.Add(attempt.Hash);
        return null;
    }

    /// <summary>Sends an attempt. That the node has it already is as good as having taken it.</summary>
    /// <returns>Why the node does not take it; null when it has it.</returns>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<TransactionRejectedException?> SendAsync(SignedAttempt signed, CancellationToken cancellation)
    {
        try
        {
            await chain.SendRawTransactionAsync(signed.Raw, cancellation);
            FailPoint.Pass(FailPoint.Broadcast);
        }
        catch (TransactionRejectedException rejection)
        {
            _rejected[signed.Attempt.Hash] = rejection;
            return rejection;
        }

        _known.Add(signed.Attempt.Hash);
        nudge.Nudge();
        return null;
    }
}
