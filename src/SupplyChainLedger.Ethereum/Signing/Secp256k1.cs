namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// Chooses the curve's implementation once: libsecp256k1 where it is installed (five times as fast), the managed
/// one otherwise.
/// </summary>
public static class Secp256k1
{
    /// <summary>Which implementation is at work, such as <c>libsecp256k1.so.1</c>.</summary>
    public static string Implementation => Engine.Description;

    internal static ISecp256k1 Engine { get; } = NativeSecp256k1.TryLoad() ?? (ISecp256k1)new ManagedSecp256k1();
}
