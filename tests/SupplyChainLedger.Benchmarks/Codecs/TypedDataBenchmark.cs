using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>EIP-712.</summary>
public class TypedDataBenchmark
{
    private readonly SubmitInvoice _intent = Samples.Intent(1);

    /// <summary>What is signed (EIP-712).</summary>
    [Benchmark]
    public IntentHash Digest() => _intent.Digest(Samples.Domain);
}
