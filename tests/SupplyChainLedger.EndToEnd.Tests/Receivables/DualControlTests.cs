using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Registry;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;
using Currency = SupplyChainLedger.Contracts.Monetary.Currency;
using Money = SupplyChainLedger.Contracts.Monetary.Money;

namespace SupplyChainLedger.EndToEnd.Tests.Receivables;

/// <summary>Two pairs of eyes, and keys that may not sign everything.</summary>
public sealed class DualControlTests(PreparedNetwork network) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;
    private Trade _trade = null!;
    private Party _operator = null!;
    private Registrar _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Due => new(2099, 3, 31);

    public async ValueTask InitializeAsync()
    {
        _service = await network.StartCopyAsync(_folder.At("data"));
        _trade = await Trade.OpenAsync(_service);
        _operator = await Party.OpenAsync(_service, "operator");
        _register = await _operator.Client.OpenRegisterAsync(_service.Chain, _operator.Key, Cancellation);
    }

    [Fact]
    public async Task Above_the_threshold_two_different_keys_must_sign()
    {
        using var second = PrivateKey.Generate();
        await _register.AddKeyAsync("tier1-brakes", second.Address, SignerPermissions.All, Cancellation);
        var whole = await _trade.ConfirmedAsync(10_000_00, Due);
        var brakes = _trade.Brakes;
        await brakes.Client.Participants.SetThresholdAsync(
            brakes.Signer.SetThreshold(new Money(1_000_00, Currency.Find("EUR")!)), WaitFor.Included, Cancellation);

        await TransferAsync(brakes.Signer, whole, 1_000_00);
        Assert.Equal(
            "SECOND_SIGNATURE_REQUIRED",
            await LedgerRefusal.OfAsync(() => TransferAsync(brakes.Signer, whole, 1_000_01)));
        await TransferAsync(
            await brakes.Client.ActAsAsync("tier1-brakes", brakes.Key, second, Cancellation), whole, 1_000_01);
        Assert.Equal(
            "SIGNERS_NOT_DISTINCT",
            await LedgerRefusal.OfAsync(async () => await TransferAsync(
                await brakes.Client.ActAsAsync("tier1-brakes", second, second, Cancellation), whole, 1_000_01)));
    }

    [Fact]
    public async Task A_key_signs_only_what_it_is_permitted_to()
    {
        using var clerk = PrivateKey.Generate();
        await _register.AddKeyAsync("tier1-brakes", clerk.Address, SignerPermissions.Claim, Cancellation);
        var signer = await _trade.Brakes.Client.ActAsAsync("tier1-brakes", clerk, Cancellation);
        var invoice = signer.Submit(Party.NewInvoice() with { DueDate = Due });
        await _trade.Brakes.Client.Invoices.SubmitAsync(invoice, WaitFor.Included, Cancellation);
        await _trade.Buyer.Client.Invoices.ConfirmAsync(
            _trade.Buyer.Signer.Confirm(invoice.Intent.Invoice, invoice.Intent.Amount), WaitFor.Included, Cancellation);

        Assert.Equal(
            "PERMISSION_MISSING",
            await LedgerRefusal.OfAsync(() =>
                TransferAsync(signer, HoldingReference.RootOf(invoice.Intent.Invoice), 1_00)));
    }

    public async ValueTask DisposeAsync()
    {
        _register.Dispose();
        _operator.Dispose();
        _trade.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    private Task<ProposeTransferResponse> TransferAsync(
        ParticipantSigner signer, HoldingReference holding, ulong minorUnits) =>
        _trade.Brakes.Client.Receivables.ProposeTransferAsync(
            signer.ProposeTransfer(holding, _trade.Steel.Signer.Participant, minorUnits),
            WaitFor.Included,
            Cancellation);
}
