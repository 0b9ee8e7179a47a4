using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.ListInvoices</c>.</summary>
internal sealed class ListInvoicesCall(IIndexReader index)
{
    public async Task<ListInvoicesResponse> AnswerAsync(ListInvoicesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        var dueBefore = fields.OptionalDay("due_before", request.DueBefore);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new InvoiceFilter(
            snapshot.FindParty("supplier", request.Supplier),
            snapshot.FindParty("buyer", request.Buyer),
            InvoiceWriter.Read(request.State),
            dueBefore);

        var found = snapshot.Invoices.List(filter, page);
        var response = new ListInvoicesResponse
        {
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
        response.Invoices.AddRange(found.Items.Select(row => InvoiceWriter.Write(snapshot, row)));
        return response;
    }
}
