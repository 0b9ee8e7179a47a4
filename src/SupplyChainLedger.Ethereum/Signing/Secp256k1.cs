namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// Chooses the curve's implementation once: libsecp256k1 where there is one for the platform (five times as fast),
/// the managed one otherwise.
/// </summary>
internal static class Secp256k1
{
    public static ISecp256k1 Engine { get; } = NativeSecp256k1.TryLoad() ?? (ISecp256k1)new ManagedSecp256k1();
}
