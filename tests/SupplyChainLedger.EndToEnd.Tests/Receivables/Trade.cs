using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.V1;
using Currency = SupplyChainLedger.Contracts.Monetary.Currency;
using Money = SupplyChainLedger.Contracts.Monetary.Money;

namespace SupplyChainLedger.EndToEnd.Tests.Receivables;

/// <summary>The parties of a supply chain at their desks, and what they do together, each step included in a block.
/// </summary>
public sealed class Trade : IDisposable
{
    private Trade(Party buyer, Party brakes, Party steel, Party bank, Party factor)
    {
        Buyer = buyer;
        Brakes = brakes;
        Steel = steel;
        Bank = bank;
        Factor = factor;
    }

    /// <summary>The obligor.</summary>
    public Party Buyer { get; }

    /// <summary>Its supplier.</summary>
    public Party Brakes { get; }

    /// <summary>The supplier's supplier.</summary>
    public Party Steel { get; }

    /// <summary>A financier.</summary>
    public Party Bank { get; }

    /// <summary>Another one.</summary>
    public Party Factor { get; }

    /// <summary>Their limits of the obligor, in minor units of EUR.</summary>
    public const long Limit = 1_000_000_000_00;

    /// <summary>Hash of the bank's message behind every payment here.</summary>
    public static Hash32 Evidence { get; } = Keccak256.Hash("camt.054"u8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Money Euros(long minorUnits) => new(minorUnits, Currency.Find("EUR")!);

    /// <summary>Opens all desks, with limits for the financiers.</summary>
    public static async Task<Trade> OpenAsync(RunningService service, LedgerClientOptions? options = null)
    {
        var trade = new Trade(
            await Party.OpenAsync(service, "core-motors", options),
            await Party.OpenAsync(service, "tier1-brakes", options),
            await Party.OpenAsync(service, "tier2-steel", options),
            await Party.OpenAsync(service, "bank-east", options),
            await Party.OpenAsync(service, "factor-west", options));
        foreach (var financier in new[] { trade.Bank, trade.Factor })
        {
            await financier.Client.Financing.SetExposureLimitAsync(
                financier.Signer.SetExposureLimit(trade.Buyer.Signer.Participant, Euros(Limit)),
                WaitFor.Included,
                Cancellation);
        }

        return trade;
    }

    /// <summary>An invoice that the buyer has confirmed whole: the supplier's first holding.</summary>
    public async Task<HoldingReference> ConfirmedAsync(ulong minorUnits, DateOnly dueDate, bool defencesWaived = false)
    {
        var invoice = Brakes.Signer.Submit(Party.NewInvoice((long)minorUnits) with { DueDate = dueDate });
        await Brakes.Client.Invoices.SubmitAsync(invoice, WaitFor.Included, Cancellation);
        await Buyer.Client.Invoices.ConfirmAsync(
            Buyer.Signer.Confirm(invoice.Intent.Invoice, minorUnits, true, defencesWaived),
            WaitFor.Included,
            Cancellation);
        return HoldingReference.RootOf(invoice.Intent.Invoice);
    }

    /// <summary>A part that its recipient has taken.</summary>
    public static async Task<HoldingReference> PassedOnAsync(
        Party from, HoldingReference holding, Party to, ulong minorUnits)
    {
        var proposal = from.Signer.ProposeTransfer(
            holding, to.Signer.Participant, minorUnits, Keccak256.Hash("an order"u8));
        await from.Client.Receivables.ProposeTransferAsync(proposal, WaitFor.Included, Cancellation);
        var part = holding.Part(proposal.Digest);
        await to.Client.Receivables.AnswerTransferAsync(
            to.Signer.AcceptTransfer(part), WaitFor.Included, Cancellation);
        return part;
    }

    /// <summary>A part on which sealed offers are asked for.</summary>
    public static async Task<HoldingReference> RequestedAsync(
        Party holder, HoldingReference holding, ulong minorUnits, DateTimeOffset openUntil, bool sealedOffers = true)
    {
        var request = holder.Signer.RequestFinancing(
            holding, new FinancingTerms(minorUnits, minorUnits / 2, openUntil, Recourse: true, sealedOffers));
        await holder.Client.Financing.RequestFinancingAsync(request, WaitFor.Included, Cancellation);
        return holding.Part(request.Digest);
    }

    /// <summary>A sealed offer for a part.</summary>
    public static async Task<OfferId> OfferedAsync(
        Party financier, HoldingReference part, OfferTerms terms, bool recourse)
    {
        var financing = (await financier.Client.Financing.GetFinancingAsync(part.Holding, 0, Cancellation)).Financing;
        var key = financing.OfferKey.Length == 0 ? [] : Ethereum.Hex.Decode(financing.OfferKey);
        var offer = financier.Signer.PlaceOffer(part, terms, recourse, financing.OpenUntil.ToDateTimeOffset(), key);
        await financier.Client.Financing.PlaceOfferAsync(offer, WaitFor.Included, Cancellation);
        return new OfferId(offer.Digest.Value);
    }

    /// <summary>A part that a financier has bought: offered, accepted, paid, acknowledged.</summary>
    public static async Task BoughtAsync(
        Party seller, HoldingReference part, Party financier, ulong advance, bool recourse)
    {
        await DisbursedAsync(seller, part, financier, advance, recourse);
        await seller.Client.Financing.AnswerDisbursementAsync(
            seller.Signer.AcknowledgeDisbursement(part, advance), WaitFor.Included, Cancellation);
    }

    /// <summary>A part that a financier says it has paid for: offered, accepted, declared.</summary>
    public static async Task DisbursedAsync(
        Party seller, HoldingReference part, Party financier, ulong advance, bool recourse)
    {
        var offer = await OfferedAsync(financier, part, new OfferTerms(advance, 48_500), recourse);
        await seller.Client.Financing.AcceptOfferAsync(
            seller.Signer.AcceptOffer(part, offer), WaitFor.Included, Cancellation);
        await financier.Client.Financing.DeclareDisbursementAsync(
            financier.Signer.DeclareDisbursement(part, Paid(advance)), WaitFor.Included, Cancellation);
    }

    /// <summary>A payment that the payer has declared.</summary>
    public static Task DeclaredAsync(Party payer, HoldingReference holding, ulong minorUnits) =>
        payer.Client.Settlement.DeclarePaymentAsync(
            payer.Signer.DeclarePayment(holding, Paid(minorUnits)), WaitFor.Included, Cancellation);

    /// <summary>A payment that the payer has declared and the holder acknowledged.</summary>
    public static async Task PaidAsync(Party payer, HoldingReference holding, Party holder, ulong minorUnits)
    {
        await DeclaredAsync(payer, holding, minorUnits);
        await holder.Client.Settlement.AnswerPaymentAsync(
            holder.Signer.AcknowledgePayment(holding, minorUnits), WaitFor.Included, Cancellation);
    }

    /// <summary>The receivable, after checking that its figures add up and that its open holdings make its sum.
    /// </summary>
    public async Task<Receivable> ReadAsync(InvoiceId id)
    {
        var name = ResourceNames.OfReceivable(id);
        var receivable = (await Buyer.Client.Receivables.GetReceivableAsync(id, 0, Cancellation)).Receivable;
        var holdings = await Buyer.Client.Receivables.ListHoldingsAsync(
            new ListHoldingsRequest { Receivable = name, PageSize = 1000 }, Cancellation);
        var gone = new[]
        {
            receivable.PaidAmount, receivable.CreditedAmount, receivable.WrittenOffAmount, receivable.CancelledAmount,
        };
        Assert.Equal(
            receivable.ConfirmedAmount.MinorUnits - gone.Sum(amount => amount?.MinorUnits ?? 0),
            receivable.OutstandingAmount.MinorUnits);
        Assert.Equal(receivable.OutstandingAmount.MinorUnits, holdings.Holdings.Sum(one => one.Amount.MinorUnits));
        return receivable;
    }

    /// <summary>A holding as the service shows it.</summary>
    public async Task<Holding> ReadAsync(HoldingReference holding) =>
        (await Buyer.Client.Receivables.GetHoldingAsync(holding.Holding, 0, Cancellation)).Holding;

    /// <summary>Closes all desks.</summary>
    public void Dispose()
    {
        foreach (var party in new[] { Buyer, Brakes, Steel, Bank, Factor }) party.Dispose();
    }

    /// <summary>What a bank did.</summary>
    public static BankPayment Paid(ulong minorUnits) =>
        new(minorUnits, DateOnly.FromDateTime(DateTime.UtcNow), "E2E-REF-1", Evidence);
}
