using BenchmarkDotNet.Attributes;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary>secp256k1, by the system's library and by the one that is always there.</summary>
public class SignatureBenchmark
{
    private static readonly ManagedSecp256k1 Portable = new();

    private static readonly ISecp256k1 System =
        NativeSecp256k1.TryLoad()
        ?? throw new InvalidOperationException("The library libsecp256k1 is missing: apt-get install libsecp256k1-1.");

    private readonly PrivateKey _native = PrivateKey.FromBytes(Samples.Secret, System);
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
    public Address? RecoverNative() => _signature.Recover(Samples.Hash, System);

    /// <summary>The signer's address, in BouncyCastle.</summary>
    [Benchmark]
    public Address? RecoverManaged() => _signature.Recover(Samples.Hash, Portable);
}
