using System.Diagnostics.Metrics;
using System.Numerics;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Dispatches;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Relay;

/// <summary>What the relay sends, what becomes of it and what it costs.</summary>
internal sealed class RelayMetrics
{
    private readonly Histogram<int> _batches;
    private readonly Counter<long> _transactions;
    private readonly Counter<long> _gas;
    private readonly OutboxDatabase _outbox;
    private readonly RelayAccount _account;
    private ulong _counted;
    private double _paid;
    private double _offered;

    public RelayMetrics(Meter meter, OutboxDatabase outbox, RelayAccount account)
    {
        (_outbox, _account) = (outbox, account);
        _batches = meter.CreateHistogram(
            $"{ServiceMeter.Prefix}relay.batch.size",
            "{intent}",
            "Intents in a batch.",
            tags: null,
            ServiceMeter.Counts);
        _transactions = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}relay.transactions", "{transaction}", "Steps of the relay's transactions, by step.");
        _gas = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}relay.gas", "{gas}", "Gas that the relay's transactions have used.");
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}relay.gas_price",
            ReadPrices,
            "wei",
            "What a unit of gas has cost at last, and what was offered at most.");
        meter.CreateObservableGauge(
            $"{ServiceMeter.Prefix}relay.nonce",
            ReadNonces,
            unit: null,
            "The relay's next nonce, as the chain has counted and by the outbox; between them is what is on its way.");
    }

    /// <summary>The chain has counted so many transactions of the relay's account.</summary>
    public void Counted(ulong nonce) => Volatile.Write(ref _counted, nonce);

    /// <summary>A batch has gone to the node for the first time.</summary>
    public void Sent(int intents, BigInteger offered)
    {
        _batches.Record(intents);
        Count("sent");
        Volatile.Write(ref _offered, (double)offered);
    }

    /// <summary>The node had forgotten a transaction, and has it again.</summary>
    public void SentAgain() => Count("sent_again");

    /// <summary>A transaction was replaced by one that offers more.</summary>
    public void Replaced(BigInteger offered)
    {
        Count("replaced");
        Volatile.Write(ref _offered, (double)offered);
    }

    /// <summary>A block has taken a transaction.</summary>
    public void Included(TransactionReceipt receipt)
    {
        Count(receipt.Succeeded ? "included" : "failed");
        _gas.Add((long)receipt.GasUsed);
        if (receipt.EffectiveGasPrice is { } paid) Volatile.Write(ref _paid, (double)paid);
    }

    /// <summary>Another transaction has spent the nonce.</summary>
    public void Displaced() => Count("displaced");

    /// <summary>Transactions are in no block any more.</summary>
    public void FellOut(int transactions) => Count("fell_out", transactions);

    private void Count(string step, int transactions = 1) =>
        _transactions.Add(transactions, new KeyValuePair<string, object?>("step", step));

    private IEnumerable<Measurement<double>> ReadPrices()
    {
        yield return new(Volatile.Read(ref _paid), new KeyValuePair<string, object?>("kind", "paid"));
        yield return new(Volatile.Read(ref _offered), new KeyValuePair<string, object?>("kind", "offered"));
    }

    private IEnumerable<Measurement<long>> ReadNonces()
    {
        var own = _outbox.Read(sqlite => DispatchTable.NextNonce(sqlite, _account.Address));
        yield return new((long)Volatile.Read(ref _counted), new KeyValuePair<string, object?>("source", "chain"));
        yield return new((long)own, new KeyValuePair<string, object?>("source", "outbox"));
    }
}
