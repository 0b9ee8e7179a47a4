using System.Numerics;
using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Ethereum.Rlp;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>A transaction's fields.</summary>
public class RlpBenchmark
{
    private static readonly BigInteger Price = BigInteger.Pow(10, 11);

    private readonly byte[] _data = new byte[400];
    private readonly byte[] _written;

    /// <summary>Writes what is read.</summary>
    public RlpBenchmark() => _written = Write();

    /// <summary>Writes them.</summary>
    [Benchmark]
    public byte[] Write()
    {
        var rlp = new RlpWriter();
        var list = rlp.BeginList();
        rlp.Write(1_000ul);
        rlp.Write(Price);
        rlp.Write(600_000ul);
        rlp.Write(Samples.Ledger);
        rlp.Write(0ul);
        rlp.Write(_data);
        rlp.EndList(list);
        return rlp.ToArray();
    }

    /// <summary>Reads them.</summary>
    [Benchmark]
    public ulong Read()
    {
        var fields = new RlpReader(_written).ReadList();
        var nonce = fields.ReadUInt64();
        fields.ReadNumber();
        fields.ReadUInt64();
        fields.ReadAddress();
        fields.ReadUInt64();
        fields.ReadBytes();
        fields.EnsureEnd();
        return nonce;
    }
}
