using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Disputes;

/// <summary><c>DisputeService.ListCreditNotes</c>.</summary>
internal sealed class ListCreditNotesCall(IIndexReader index)
{
    public async Task<ListCreditNotesResponse> AnswerAsync(ListCreditNotesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new CreditNoteFilter(
            RecordFilters.Receivable("receivable", request.Receivable),
            snapshot.FindParty("supplier", request.Supplier),
            snapshot.FindParty("holder", request.Holder),
            CorrectionWriter.Read(request.State));

        var found = snapshot.Corrections.ListCreditNotes(filter, page);
        return new ListCreditNotesResponse
        {
            CreditNotes = { found.Items.Select(one => CorrectionWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
