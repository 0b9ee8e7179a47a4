using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Financing.</content>
public sealed partial class MemoryLedger
{
    private readonly Dictionary<string, Financing> _financings = [];
    private readonly Dictionary<string, Offer> _offers = [];
    private readonly List<Exposure> _exposures = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Financing> Financings => Copies(_financings.Values.Reverse());

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Offer> Offers => Copies(_offers.Values.Reverse());

    /// <summary>In the order in which they were set.</summary>
    public IReadOnlyList<Exposure> Exposures => Copies(_exposures);

    /// <summary>Name of the offer that an intent has made.</summary>
    public static string OfferOf(Intent intent) => intent.Name.Replace("intents/", "offers/", StringComparison.Ordinal);

    /// <summary>One request, or a refusal.</summary>
    public Financing Financing(string holding) => Financings.FirstOrDefault(one => one.Holding == holding)
        ?? throw Refusals.Of(ErrorReason.FinancingNotFound, $"{holding} was never on offer.");

    /// <summary>One offer, or a refusal.</summary>
    public Offer Offer(string name) => Offers.FirstOrDefault(one => one.Name == name)
        ?? throw Refusals.Of(ErrorReason.OfferNotFound, $"There is no offer {name}.");

    /// <summary>A holder's request.</summary>
    public Intent RequestFinancing(Intents.RequestFinancing wish, string signature) => Execute(wish, signature, () =>
        Split(Free(wish.Holding, wish.Holder), wish, wish.Amount, part =>
        {
            part.Step = HoldingStep.FinancingRequested;
            part.PendingAmount = new Money(part.Amount) { MinorUnits = (long)wish.LowestAdvance };
            _financings[part.Name] = new Financing
            {
                Holding = part.Name,
                Receivable = part.Receivable,
                Holder = part.Holder,
                Obligor = part.Obligor,
                DueDate = part.DueDate,
                Amount = part.Amount.Clone(),
                LowestAdvance = part.PendingAmount,
                OpenUntil = Moment(wish.OpenUntil),
                Recourse = wish.Recourse,
                OfferKey = wish.OfferKey.Length == 0 ? "" : Hex.Encode(wish.OfferKey),
                State = FinancingState.Open,
                Request = part.Creation,
                LastChange = part.Creation,
            };
        }), wish.Amount);

    /// <summary>A financier's offer.</summary>
    public Intent PlaceOffer(Intents.PlaceOffer offer, string signature) => Execute(offer, signature, () =>
    {
        var part = InStep(offer.Holding, HoldingStep.FinancingRequested);
        if (_financings[part.Name].OfferKey.Length > 0 != offer.SealedTerms.Length > 0)
            throw Refusals.Of(ErrorReason.OfferFormMismatch, $"{part.Name} wants other offers.");
        var here = NextBlock();
        var name = ResourceNames.Of(new OfferId(offer.Digest(Domain).Value));
        _offers[name] = new Offer
        {
            Name = name,
            Holding = part.Name,
            Receivable = part.Receivable,
            Financier = NameOf(offer.Financier),
            Advance = offer.Advance == 0 ? null : new Money(part.Amount) { MinorUnits = (long)offer.Advance },
            DiscountMillionths = offer.Discount,
            Recourse = offer.Recourse,
            Expiry = Moment(offer.Expiry),
            SealedTerms = offer.SealedTerms.Length == 0 ? "" : Hex.Encode(offer.SealedTerms),
            State = OfferState.Open,
            Placement = here,
            LastChange = here,
        };
        return here;
    });

    /// <summary>A financier takes its offer back.</summary>
    public Intent WithdrawOffer(Intents.WithdrawOffer wish, string signature) => Execute(wish, signature, () =>
    {
        OpenOffer(wish.Offer).State = OfferState.Withdrawn;
        return NextBlock();
    });

    /// <summary>A holder accepts an offer.</summary>
    public Intent AcceptOffer(Intents.AcceptOffer choice, string signature) => Execute(choice, signature, () =>
    {
        var part = InStep(choice.Holding, HoldingStep.FinancingRequested);
        var chosen = OpenOffer(choice.Offer);
        foreach (var other in _offers.Values.Where(one => one.Holding == part.Name)) other.State = OfferState.Lapsed;
        chosen.State = OfferState.Accepted;
        (part.Step, part.Counterparty) = (HoldingStep.OfferAccepted, chosen.Financier);
        _financings[part.Name].AcceptedOffer = chosen.Name;
        return Become(part, FinancingState.Accepted);
    });

    /// <summary>A financier says that it has paid.</summary>
    public Intent DeclareDisbursement(Intents.DeclareDisbursement paid, string signature) => Execute(
        paid,
        signature,
        () => Disburse(paid),
        paid.Amount);

    /// <summary>The seller's answer.</summary>
    public Intent AnswerDisbursement(Intents.AnswerDisbursement answer, string signature) =>
        Execute(answer, signature, () =>
        {
            var part = InStep(answer.Holding, HoldingStep.DisbursementDeclared);
            if (part.PendingAmount.MinorUnits != (long)answer.Amount)
                throw Refusals.Of(ErrorReason.AmountMismatch, $"{part.PendingAmount.MinorUnits} were declared.");
            if (!answer.Received)
            {
                part.Step = HoldingStep.DisbursementContested;
                _financings[part.Name].Disbursement.ContestReason = answer.Reason;
                return Become(part, FinancingState.Contested);
            }

            (part.Holder, part.Depth, part.Financed) = (part.Counterparty, part.Depth + 1, true);
            Become(part, FinancingState.Completed);
            return Rest(part);
        });

    /// <summary>A financier's limit.</summary>
    public Intent SetExposureLimit(Intents.SetExposureLimit limit, string signature) => Execute(limit, signature, () =>
    {
        var most = new Money { CurrencyCode = limit.Currency, MinorUnits = (long)limit.Limit };
        _exposures.Add(new Exposure
        {
            Financier = NameOf(limit.Financier),
            Obligor = NameOf(limit.Obligor),
            Limit = most,
            Used = new Money { CurrencyCode = limit.Currency },
            Free = most,
        });
        return NextBlock();
    });

    private Inclusion Disburse(Intents.DeclareDisbursement paid)
    {
        var part = InStep(paid.Holding, HoldingStep.OfferAccepted);
        part.Step = HoldingStep.DisbursementDeclared;
        part.PendingAmount = new Money(part.Amount) { MinorUnits = (long)paid.Amount };
        _financings[part.Name].Disbursement = new Disbursement
        {
            Financier = part.Counterparty,
            Amount = part.PendingAmount,
            ValueDate = ApiDate(paid.ValueDate),
            BankReference = paid.BankReference,
            RegistryReference = paid.RegistryReference,
            State = DeclarationState.Declared,
        };
        return Become(part, FinancingState.Disbursed);
    }

    private Offer OpenOffer(OfferId id) =>
        _offers.TryGetValue(ResourceNames.Of(id), out var offer) && offer.State == OfferState.Open
            ? offer
            : throw Refusals.Of(ErrorReason.OfferNotFound, $"There is no open offer {id}.");

    private Inclusion Become(Holding part, FinancingState state)
    {
        var financing = _financings[part.Name];
        financing.State = state;
        return financing.LastChange = part.LastChange = NextBlock();
    }

    private static Timestamp Moment(ulong unixSeconds) => new() { Seconds = (long)unixSeconds };
}
