using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>What the chain itself says has happened, read past the service.</summary>
internal sealed class ChainHistory
{
    private const ulong BlocksPerRequest = 500;

    private readonly Dictionary<IntentHash, int> _executed = [];
    private readonly HashSet<IntentHash> _rejected = [];

    /// <summary>Invoices that were submitted.</summary>
    public List<InvoiceId> Invoices { get; } = [];

    /// <summary>Receivables that came to be.</summary>
    public List<InvoiceId> Receivables { get; } = [];

    /// <summary>Intents that took effect more than once.</summary>
    public IReadOnlyList<IntentHash> ExecutedTwice =>
        [.. _executed.Where(static one => one.Value > 1).Select(static one => one.Key)];

    /// <summary>Reads the whole chain.</summary>
    public static async Task<ChainHistory> ReadAsync(
        IChainClient chain, Address ledger, CancellationToken cancellation)
    {
        var history = new ChainHistory();
        var head = await chain.GetBlockNumberAsync(cancellation);
        for (ulong from = 0; from <= head; from += BlocksPerRequest)
        {
            var range = LogFilter.InRange(from, Math.Min(head, from + BlocksPerRequest - 1));
            foreach (var log in await chain.GetLogsAsync(range with { Addresses = [ledger] }, cancellation))
                if (LedgerEvents.Decode(log.Topics, log.Data) is { } happened) history.Take(happened);
        }

        return history;
    }

    /// <summary>Whether the intent took effect.</summary>
    public bool HasExecuted(IntentHash intent) => _executed.ContainsKey(intent);

    /// <summary>Whether the ledger has recorded that it turned the intent down.</summary>
    public bool HasRejected(IntentHash intent) => _rejected.Contains(intent);

    private void Take(LedgerEvent happened)
    {
        if (happened is InvoiceSubmitted submitted) Invoices.Add(submitted.Invoice);
        if (happened is InvoiceConfirmed confirmed) Receivables.Add(confirmed.Invoice);
        if (happened.IntentConcerned is not { } intent || happened is ObligorStopped) return;
        if (happened is IntentRejected) _rejected.Add(intent);
        else _executed[intent] = _executed.GetValueOrDefault(intent) + 1;
    }
}
