using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Service.Relay;

/// <summary>The account that pays for transactions. It can bind nobody: what counts are the intents' own signatures.
/// </summary>
/// <param name="Key">Its key.</param>
internal sealed record RelayAccount(PrivateKey Key)
{
    public Address Address => Key.Address;
}
