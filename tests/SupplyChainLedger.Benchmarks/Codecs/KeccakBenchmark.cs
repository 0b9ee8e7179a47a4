using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>Keccak-256.</summary>
public class KeccakBenchmark
{
    private readonly byte[] _word = new byte[Hash32.Size];
    private readonly byte[] _header = new byte[600];

    /// <summary>32 bytes: a node of a tree, a digest.</summary>
    [Benchmark]
    public Hash32 OfAWord() => Keccak256.Hash(_word);

    /// <summary>600 bytes: about a block's header.</summary>
    [Benchmark]
    public Hash32 OfAHeader() => Keccak256.Hash(_header);
}
