using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Tests.Signing;

/// <summary>Both implementations of the curve; tests run over each.</summary>
internal static class Engines
{
    public const string Native = "native";
    public const string Managed = "managed";

    private static readonly Lazy<NativeSecp256k1?> Loaded = new(NativeSecp256k1.TryLoad);

    public static TheoryData<string> Names => [Native, Managed];

    /// <summary>Skips where the native library is not installed; on the build machine that is a failure.</summary>
    public static ISecp256k1 Get(string name)
    {
        if (name == Managed) return new ManagedSecp256k1();
        if (Loaded.Value is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("libsecp256k1 is not installed (Debian: apt-get install libsecp256k1-1).");
        Assert.NotNull(Loaded.Value);
        return Loaded.Value;
    }
}
