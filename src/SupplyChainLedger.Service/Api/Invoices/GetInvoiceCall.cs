using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.GetInvoice</c>.</summary>
internal sealed class GetInvoiceCall(IIndexReader index)
{
    public async Task<GetInvoiceResponse> AnswerAsync(GetInvoiceRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadInvoice("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var row = snapshot.Invoices.Find(id) ?? throw snapshot.Missing(LedgerFaults.InvoiceNotFound(id));
        return new GetInvoiceResponse
        {
            Invoice = InvoiceWriter.Write(snapshot, row),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
