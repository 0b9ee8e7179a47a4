using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Tests;

/// <summary>A participant at work: its client and its signer.</summary>
internal sealed class Actor : IDisposable
{
    private Actor(LedgerClient client, ParticipantSigner signer) => (Client, Signer) = (client, signer);

    public LedgerClient Client { get; }

    public ParticipantSigner Signer { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Actor> EnterAsync(RunningLedger running, TestParty party, PrivateKey? secondKey = null)
    {
        var client = running.Connect();
        return new Actor(client, await client.ActAsAsync(party.Handle, party.Key, secondKey, Cancellation));
    }

    /// <summary>A supplier's invoice of 336.90 EUR that its buyer has confirmed.</summary>
    public static async Task<HoldingReference> ReceivableAsync(RunningLedger running)
    {
        using var supplier = await EnterAsync(running, TestParty.Tier1Brakes);
        using var buyer = await EnterAsync(running, TestParty.CoreMotors);
        var claim = supplier.Signer.Submit(Drafts.Of("R-1"));
        await supplier.Client.Invoices.SubmitAsync(claim, WaitFor.Included, Cancellation);
        var promise = buyer.Signer.Confirm(claim.Intent.Invoice, claim.Intent.Amount);
        await buyer.Client.Invoices.ConfirmAsync(promise, WaitFor.Included, Cancellation);
        return HoldingReference.RootOf(claim.Intent.Invoice);
    }

    /// <summary>Number of a participant.</summary>
    public static ParticipantId IdOf(TestParty party) => new(party.Id);

    public void Dispose() => Client.Dispose();
}
