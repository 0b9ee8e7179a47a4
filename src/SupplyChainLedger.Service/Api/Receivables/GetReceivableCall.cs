using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService.GetReceivable</c>.</summary>
internal sealed class GetReceivableCall(IIndexReader index)
{
    public async Task<GetReceivableResponse> AnswerAsync(GetReceivableRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadReceivable("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var record = snapshot.Receivables.Find(id) ?? throw snapshot.Missing(LedgerFaults.ReceivableNotFound(id));
        return new GetReceivableResponse
        {
            Receivable = ReceivableWriter.Write(snapshot, record),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
