using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>secp256k1, by libsecp256k1 and by the one that stands in where there is none.</summary>
public class SignatureBenchmark
{
    private static readonly ManagedSecp256k1 Portable = new();

    private static readonly ISecp256k1 Library =
        NativeSecp256k1.TryLoad()
        ?? throw new InvalidOperationException("There is no libsecp256k1 for this platform.");

    private readonly PrivateKey _native = PrivateKey.FromBytes(Samples.Secret, Library);
    private readonly PrivateKey _managed = PrivateKey.FromBytes(Samples.Secret, Portable);
    private readonly Signature _signature;

    /// <summary>Signs what is recovered.</summary>
    public SignatureBenchmark() => _signature = _native.Sign(Samples.Hash);

    /// <summary>RFC 6979, in libsecp256k1.</summary>
    [Benchmark]
    public Signature SignNative() => _native.Sign(Samples.Hash);

    /// <summary>RFC 6979, in BouncyCastle.</summary>
    [Benchmark]
    public Signature SignManaged() => _managed.Sign(Samples.Hash);

    /// <summary>The signer's address, in libsecp256k1.</summary>
    [Benchmark]
    public Address? RecoverNative() => _signature.Recover(Samples.Hash, Library);

    /// <summary>The signer's address, in BouncyCastle.</summary>
    [Benchmark]
    public Address? RecoverManaged() => _signature.Recover(Samples.Hash, Portable);
}
