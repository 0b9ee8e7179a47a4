using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Benchmarks.Growth;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>The contract's ABI.</summary>
public class AbiBenchmark
{
    private readonly byte[][] _calls = Calls();
    private readonly AbiLog _log =
        LedgerEvents.Encode(SyntheticEvents.Submission(SyntheticInvoices.Take(1).Single()));

    /// <summary>A transaction of a hundred intents.</summary>
    [Benchmark]
    public byte[] WriteABatch() => LedgerCalls.Execute.EncodeCall(_calls);

    /// <summary>An intent out of a transaction.</summary>
    [Benchmark]
    public LedgerIntent ReadACall() => LedgerCalls.DecodeAction(_calls[0]).Intent;

    /// <summary>A submitted invoice out of a log.</summary>
    [Benchmark]
    public LedgerEvent? ReadAnEvent() => LedgerEvents.Decode(_log.Topics, _log.Data);

    private static byte[][] Calls()
    {
        using var key = PrivateKey.FromBytes(Samples.Secret);
        return
        [
            .. Enumerable.Range(0, Samples.Batch)
                .Select(Samples.Intent)
                .Select(intent => intent.EncodeCall(intent.Sign(Samples.Domain, key))),
        ];
    }
}
