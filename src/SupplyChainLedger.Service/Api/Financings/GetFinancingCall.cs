using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.GetFinancing</c>.</summary>
internal sealed class GetFinancingCall(IIndexReader index)
{
    public async Task<GetFinancingResponse> AnswerAsync(GetFinancingRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadHolding("holding", request.Holding);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var record = snapshot.Financing.Find(id) ?? throw snapshot.Missing(LedgerFaults.FinancingNotFound(id));
        var part = snapshot.Holdings.Find(id)!;
        var offers = snapshot.Financing.ListOffers(new OfferFilter(Holding: id), PageRequest.Largest);
        return new GetFinancingResponse
        {
            Financing = FinancingWriter.Write(snapshot, record),
            Part = HoldingWriter.Write(snapshot, part),
            Offers = { offers.Items.Select(offer => OfferWriter.Write(snapshot, offer)) },
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
