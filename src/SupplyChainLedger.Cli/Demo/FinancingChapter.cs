using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Money = SupplyChainLedger.Contracts.Monetary.Money;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>The third tier sells its part to one of two financiers, who do not see each other's price.</summary>
internal sealed class FinancingChapter(DemoScene scene)
{
    private const ulong Part = 25_000_00;
    private const ulong LowestAdvance = 24_000_00;
    private const long Limit = 10_000_000_00;
    private static readonly OfferTerms BankTerms = new(24_310_00, 48_500);
    private static readonly OfferTerms FactorTerms = new(24_150_00, 56_000);
    private readonly DemoStage _stage = scene.Stage;

    /// <summary>Plays it.</summary>
    /// <returns>What the financier has in the end.</returns>
    public async Task<HoldingReference> PlayAsync(HoldingReference holding)
    {
        var (ore, bank, factor) = (scene.Cast.Ore, scene.Cast.Bank, scene.Cast.Factor);
        await Task.WhenAll(LimitAsync(bank), LimitAsync(factor));
        var part = await RequestAsync(ore, holding);

        _stage.Step($"{bank.Handle} and {factor.Handle} each make an offer, sealed for {ore.Handle} alone");
        await Task.WhenAll(OfferAsync(bank, part, BankTerms), OfferAsync(factor, part, FactorTerms));
        var best = await CompareAsync(part);

        await SellAsync(part, best);
        _stage.Step($"{ore.Handle} asks for financing on the same part once more");
        await _stage.RefuseAsync(() => scene.Client.Financing.RequestFinancingAsync(
            ore.Signer.RequestFinancing(part, Terms()), WaitFor.Included, scene.Cancellation));
        return part;
    }

    private FinancingTerms Terms() => new(
        Part, LowestAdvance, scene.Now + TimeSpan.FromDays(2), Recourse: false, SealedOffers: true);

    private async Task LimitAsync(DemoParty financier)
    {
        var most = new Money(Limit, Currency.Find(DemoScene.Euro)!);
        var limit = financier.Signer.SetExposureLimit(scene.Cast.Motors.Signer.Participant, most);
        await scene.Client.Financing.SetExposureLimitAsync(limit, WaitFor.Included, scene.Cancellation);
    }

    private async Task<HoldingReference> RequestAsync(DemoParty holder, HoldingReference holding)
    {
        _stage.Step($"{holder.Handle} asks for {DemoScene.Amount(LowestAdvance)} at least for its part");
        var request = holder.Signer.RequestFinancing(holding, Terms());
        var asked = await scene.Client.Financing.RequestFinancingAsync(
            request, WaitFor.Included, scene.Cancellation);
        _stage.Recorded(
            $"{Show.Amount(asked.Financing.Amount)} for sale, sealed offers",
            asked.Financing.Holding,
            asked.Financing.Request);
        foreach (var financier in new[] { scene.Cast.Bank, scene.Cast.Factor })
        {
            var found = await scene.Client.Financing.ListOpportunitiesAsync(
                new ListOpportunitiesRequest { Financier = ResourceNames.OfParticipant(financier.Handle) },
                scene.Cancellation);
            _stage.Say($"{financier.Handle} sees {found.Opportunities.Count} on offer within its limits");
        }

        return holding.Part(request.Digest);
    }

    private async Task OfferAsync(DemoParty financier, HoldingReference part, OfferTerms terms)
    {
        var asked = await scene.Client.Financing.GetFinancingAsync(part.Holding, cancellation: scene.Cancellation);
        var key = Hex.Decode(asked.Financing.OfferKey);
        var until = asked.Financing.OpenUntil.ToDateTimeOffset();
        var offer = financier.Signer.PlaceOffer(part, terms, recourse: false, until, key);
        var placed = await scene.Client.Financing.PlaceOfferAsync(offer, WaitFor.Included, scene.Cancellation);
        _stage.Recorded($"an offer of {financier.Handle}", placed.Offer.Name, placed.Offer.Placement);
    }

    /// <summary>Shows what each party sees of the offers, and finds the best one as only the holder can.</summary>
    private async Task<Offer> CompareAsync(HoldingReference part)
    {
        var (ore, bank, factor) = (scene.Cast.Ore, scene.Cast.Bank, scene.Cast.Factor);
        _stage.Step("What each of them sees of the two offers");
        var asked = await scene.Client.Financing.GetFinancingAsync(part.Holding, cancellation: scene.Cancellation);
        foreach (var (name, reader) in new[]
        {
            ("the service, the auditor, everybody", null), ($"{bank.Handle}, with its own key", bank),
            ($"{factor.Handle}, with its own key", factor), ($"{ore.Handle}, with the key of its request", ore),
        })
        {
            _stage.Say($"{name}:");
            _stage.Table(new OfferView(DemoScene.Euro, reader?.Key).Table(asked.Offers));
        }

        var isRead = new[] { bank, factor }.Any(
            other => asked.Offers.Any(offer => OfferReader.Read(offer, other.Key) is not null));
        if (isRead) throw new InvalidOperationException("A financier reads terms that are not for it.");
        return asked.Offers.MaxBy(offer => OfferReader.Read(offer, ore.Key)!.Value.Advance)!;
    }

    private async Task SellAsync(HoldingReference part, Offer best)
    {
        var (ore, bank) = (scene.Cast.Ore, scene.Cast.Find(Show.Party(best.Financier)));
        var advance = OfferReader.Read(best, ore.Key)!.Value.Advance;
        _stage.Step($"{ore.Handle} accepts the better one: the part is locked for {bank.Handle}, the other lapses");
        if (!ResourceNames.TryParseOffer(best.Name, out var offer))
            throw new InvalidOperationException($"The service names no offer but '{best.Name}'.");
        var accepted = await scene.Client.Financing.AcceptOfferAsync(
            ore.Signer.AcceptOffer(part, offer), WaitFor.Included, scene.Cancellation);
        Recorded(accepted.Financing);

        _stage.Step($"{bank.Handle} pays {DemoScene.Amount(advance)} through its bank and records the reference");
        var payment = scene.Paid(advance, "E2E-ADVANCE");
        var declared = await scene.Client.Financing.DeclareDisbursementAsync(
            bank.Signer.DeclareDisbursement(part, payment, $"REG-{scene.Number("R")}"),
            WaitFor.Included,
            scene.Cancellation);
        Recorded(declared.Financing);
        _stage.Say($"{ore.Handle} has the money: the part is now of {bank.Handle}");
        var received = await scene.Client.Financing.AnswerDisbursementAsync(
            ore.Signer.AcknowledgeDisbursement(part, advance), WaitFor.Included, scene.Cancellation);
        Recorded(received.Financing);
    }

    private void Recorded(Financing financing) => _stage.Recorded(
        $"financing of {Show.Amount(financing.Amount)}, {Show.Word(financing.State)}",
        financing.Holding,
        financing.LastChange);
}
