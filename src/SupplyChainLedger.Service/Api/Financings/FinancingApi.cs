using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService</c>: one path for all that writes, one class for each call that reads.</summary>
internal sealed class FinancingApi(
    WriteCall write,
    RequestFinancingCall requestFinancing,
    GetFinancingCall getFinancing,
    ListFinancingsCall listFinancings,
    ListOffersCall listOffers,
    ListExposuresCall listExposures,
    ListFinanceableCall listFinanceable,
    ListOpportunitiesCall listOpportunities) : FinancingService.FinancingServiceBase
{
    public override Task<PlaceOfferResponse> PlaceOffer(PlaceOfferRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.PlacedOffer,
            static (intent, offer) => new PlaceOfferResponse { Intent = intent, Offer = offer });

    public override Task<WithdrawOfferResponse> WithdrawOffer(
        WithdrawOfferRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.WithdrawnOffer,
            static (intent, offer) => new WithdrawOfferResponse { Intent = intent, Offer = offer });

    public override Task<AcceptOfferResponse> AcceptOffer(AcceptOfferRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Financing,
            static (intent, financing) => new AcceptOfferResponse { Intent = intent, Financing = financing });

    public override Task<DeclareDisbursementResponse> DeclareDisbursement(
        DeclareDisbursementRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Financing,
            static (intent, financing) => new DeclareDisbursementResponse { Intent = intent, Financing = financing });

    public override Task<AnswerDisbursementResponse> AnswerDisbursement(
        AnswerDisbursementRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Financing,
            static (intent, financing) => new AnswerDisbursementResponse { Intent = intent, Financing = financing });

    public override Task<SetExposureLimitResponse> SetExposureLimit(
        SetExposureLimitRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, FinancingActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Exposure,
            static (intent, exposure) => new SetExposureLimitResponse { Intent = intent, Exposure = exposure });

    public override Task<RequestFinancingResponse> RequestFinancing(
        RequestFinancingRequest request, ServerCallContext context) =>
        requestFinancing.AnswerAsync(request, context);

    public override Task<GetFinancingResponse> GetFinancing(GetFinancingRequest request, ServerCallContext context) =>
        getFinancing.AnswerAsync(request, context);

    public override Task<ListFinancingsResponse> ListFinancings(
        ListFinancingsRequest request, ServerCallContext context) =>
        listFinancings.AnswerAsync(request, context);

    public override Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context) =>
        listOffers.AnswerAsync(request, context);

    public override Task<ListExposuresResponse> ListExposures(
        ListExposuresRequest request, ServerCallContext context) =>
        listExposures.AnswerAsync(request, context);

    public override Task<ListFinanceableResponse> ListFinanceable(
        ListFinanceableRequest request, ServerCallContext context) =>
        listFinanceable.AnswerAsync(request, context);

    public override Task<ListOpportunitiesResponse> ListOpportunities(
        ListOpportunitiesRequest request, ServerCallContext context) =>
        listOpportunities.AnswerAsync(request, context);
}
