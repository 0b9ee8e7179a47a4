using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class FinancingApi(MemoryLedger ledger) : FinancingService.FinancingServiceBase
{
    public override Task<RequestFinancingResponse> RequestFinancing(
        RequestFinancingRequest request, ServerCallContext context)
    {
        var intent = ledger.RequestFinancing(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new RequestFinancingResponse
        {
            Intent = intent,
            Financing = ledger.Financing(MemoryLedger.PartOf(intent)),
        });
    }

    public override Task<PlaceOfferResponse> PlaceOffer(PlaceOfferRequest request, ServerCallContext context)
    {
        var intent = ledger.PlaceOffer(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new PlaceOfferResponse
        {
            Intent = intent,
            Offer = ledger.Offer(MemoryLedger.OfferOf(intent)),
        });
    }

    public override Task<WithdrawOfferResponse> WithdrawOffer(WithdrawOfferRequest request, ServerCallContext context)
    {
        var intent = ledger.WithdrawOffer(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new WithdrawOfferResponse
        {
            Intent = intent,
            Offer = ledger.Offer($"offers/{request.Action.Offer}"),
        });
    }

    public override Task<AcceptOfferResponse> AcceptOffer(AcceptOfferRequest request, ServerCallContext context)
    {
        var intent = ledger.AcceptOffer(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AcceptOfferResponse
        {
            Intent = intent,
            Financing = ledger.Financing(intent.Holding),
        });
    }

    public override Task<DeclareDisbursementResponse> DeclareDisbursement(
        DeclareDisbursementRequest request, ServerCallContext context)
    {
        var intent = ledger.DeclareDisbursement(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new DeclareDisbursementResponse
        {
            Intent = intent,
            Financing = ledger.Financing(intent.Holding),
        });
    }

    public override Task<AnswerDisbursementResponse> AnswerDisbursement(
        AnswerDisbursementRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerDisbursement(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerDisbursementResponse
        {
            Intent = intent,
            Financing = ledger.Financing(intent.Holding),
        });
    }

    public override Task<SetExposureLimitResponse> SetExposureLimit(
        SetExposureLimitRequest request, ServerCallContext context)
    {
        var intent = ledger.SetExposureLimit(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new SetExposureLimitResponse { Intent = intent, Exposure = ledger.Exposures[^1] });
    }

    public override Task<GetFinancingResponse> GetFinancing(GetFinancingRequest request, ServerCallContext context) =>
        Task.FromResult(new GetFinancingResponse
        {
            Financing = ledger.Financing(request.Holding),
            Part = ledger.Holding(request.Holding),
            Offers = { ledger.Offers.Where(offer => offer.Holding == request.Holding) },
            ReadAt = ledger.ReadAt,
        });

    public override Task<ListFinancingsResponse> ListFinancings(
        ListFinancingsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListFinancingsResponse { Financings = { ledger.Financings }, ReadAt = ledger.ReadAt });

    public override Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context) =>
        Task.FromResult(new ListOffersResponse { Offers = { ledger.Offers }, ReadAt = ledger.ReadAt });

    public override Task<ListExposuresResponse> ListExposures(
        ListExposuresRequest request, ServerCallContext context) =>
        Task.FromResult(new ListExposuresResponse { Exposures = { ledger.Exposures }, ReadAt = ledger.ReadAt });

    public override Task<ListFinanceableResponse> ListFinanceable(
        ListFinanceableRequest request, ServerCallContext context)
    {
        var free = ledger.Holdings.Where(one => one.Holder == request.Holder && one.Step == HoldingStep.AtRest)
            .Where(one => one.Phase == HoldingPhase.Held)
            .Select(one => new Financeable { Holding = one });
        return Task.FromResult(new ListFinanceableResponse { Financeable = { free }, ReadAt = ledger.ReadAt });
    }

    public override Task<ListOpportunitiesResponse> ListOpportunities(
        ListOpportunitiesRequest request, ServerCallContext context)
    {
        var open = ledger.Financings.Where(one => one.State == FinancingState.Open).Select(one => new Opportunity
        {
            Financing = one,
            TenorDays = 90,
            Free = one.Amount,
        });
        return Task.FromResult(new ListOpportunitiesResponse { Opportunities = { open }, ReadAt = ledger.ReadAt });
    }
}
