using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Tests.Signing;

/// <summary>Both implementations of the curve; tests run over each.</summary>
internal static class Engines
{
    public const string Native = "native";
    public const string Managed = "managed";

    private static readonly Lazy<NativeSecp256k1?> Loaded = new(NativeSecp256k1.TryLoad);

    public static TheoryData<string> Names => [Native, Managed];

    public static ISecp256k1 Get(string name)
    {
        if (name == Managed) return new ManagedSecp256k1();
        Assert.NotNull(Loaded.Value);
        return Loaded.Value;
    }
}
