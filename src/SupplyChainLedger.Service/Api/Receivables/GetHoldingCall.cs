using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService.GetHolding</c>.</summary>
internal sealed class GetHoldingCall(IIndexReader index)
{
    public async Task<GetHoldingResponse> AnswerAsync(GetHoldingRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadHolding("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var holding = snapshot.Holdings.Find(id) ?? throw snapshot.Missing(LedgerFaults.HoldingNotFound(id));
        return new GetHoldingResponse
        {
            Holding = HoldingWriter.Write(snapshot, holding),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
