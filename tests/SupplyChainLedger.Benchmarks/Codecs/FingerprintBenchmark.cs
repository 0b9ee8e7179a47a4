using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Similarity;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>What an invoice is compared by.</summary>
public class FingerprintBenchmark
{
    private readonly FingerprintKey _key = new(new byte[FingerprintKey.Size]);
    private readonly InvoiceParticulars _invoice = SyntheticInvoices.Take(2).Last().ToParticulars();

    /// <summary>Each combination of its particulars.</summary>
    [Benchmark]
    public object AllOfAnInvoice() => Fingerprints.Of(_invoice, _key);
}
