using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing;

/// <summary>An intent with its signature. It can be sent any number of times and takes effect once.</summary>
/// <typeparam name="T">The kind of intent.</typeparam>
/// <param name="Intent">What was signed.</param>
/// <param name="Signatures">Its EIP-712 signature, or two of them.</param>
/// <param name="Digest">The digest that the client has computed and signed; the intent's identity.</param>
public sealed record SignedIntent<T>(T Intent, IntentSignatures Signatures, IntentHash Digest)
    where T : LedgerIntent
{
    /// <summary>Resource name of the intent, <c>intents/</c> and the digest.</summary>
    public string Name => ResourceNames.Of(Digest);

    /// <summary>The signature as the API takes it.</summary>
    internal string SignatureText => Ethereum.Hex.Encode(Signatures.ToBytes());
}
