namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// The curve's operations. Implementations can be called from several threads at once. Public keys are the two
/// coordinates, 64 bytes; signatures are r and s, 64 bytes.
/// </summary>
internal interface ISecp256k1
{
    /// <summary>False when the secret is zero or not below the group's order.</summary>
    bool TryCreatePublicKey(ReadOnlySpan<byte> secret, Span<byte> publicKey);

    /// <summary>Signs with a nonce as RFC 6979 makes it and the low one of the two possible S.</summary>
    void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> digest, Span<byte> signature, out int recoveryId);

    /// <summary>False when no key can have made the signature.</summary>
    bool TryRecover(
        ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey);
}
