extern alias sdk;

using BenchmarkDotNet.Attributes;
using sdk::SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>The sample invoice of the devnet, from its bytes to its fields.</summary>
public class UblBenchmark
{
    private readonly byte[] _document = File.ReadAllBytes(RepositoryFolder.At("devnet", "samples", "brakes-eur.xml"));

    /// <summary>Scans, checks and hashes it.</summary>
    [Benchmark]
    public async Task<object> Read()
    {
        using var stream = new MemoryStream(_document);
        return await UblInvoiceReader.ReadAsync(stream);
    }
}
