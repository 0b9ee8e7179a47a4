using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Intake;

/// <summary>An intent whose signatures have been recovered.</summary>
/// <param name="Intent">The signed fields.</param>
/// <param name="Hash">Its digest.</param>
/// <param name="Signer">Who signed, or signed first; not necessarily entitled to.</param>
/// <param name="SecondSigner">Who signed second; null where one has signed.</param>
/// <param name="Call">The call that carries it to the contract.</param>
internal sealed record SignedIntent(
    LedgerIntent Intent, IntentHash Hash, Address Signer, Address? SecondSigner, byte[] Call)
{
    /// <summary>The invoice or the receivable that it concerns; null where it concerns none.</summary>
    public InvoiceId? Invoice { get; } = Intent.InvoiceConcerned;
}
