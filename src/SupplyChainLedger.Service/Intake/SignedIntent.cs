using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Intake;

/// <summary>An intent whose signature has been recovered.</summary>
/// <param name="Intent">The signed fields.</param>
/// <param name="Hash">Its digest.</param>
/// <param name="Signer">Who signed; not necessarily entitled to.</param>
/// <param name="Call">The call that carries it to the contract.</param>
internal sealed record SignedIntent(LedgerIntent Intent, IntentHash Hash, Address Signer, byte[] Call);
