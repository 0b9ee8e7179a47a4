extern alias sdk;

using BenchmarkDotNet.Attributes;
using Google.Protobuf;
using sdk::SupplyChainLedger.Client.Signing.Messages;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>A signed invoice as a client sends it.</summary>
public class ProtobufBenchmark
{
    private readonly SubmitInvoiceRequest _request = new()
    {
        Action = Samples.Intent(1).ToApi(),
        Signature = Hex.Encode(new byte[Signature.Size]),
        WaitFor = WaitFor.Included,
    };
    private readonly byte[] _buffer;

    /// <summary>Writes what is read.</summary>
    public ProtobufBenchmark() => _buffer = _request.ToByteArray();

    /// <summary>Into a buffer that is there.</summary>
    [Benchmark]
    public int Write()
    {
        _request.WriteTo(_buffer.AsSpan());
        return _buffer.Length;
    }

    /// <summary>Into a new message.</summary>
    [Benchmark]
    public object Read() => SubmitInvoiceRequest.Parser.ParseFrom(_buffer);
}
