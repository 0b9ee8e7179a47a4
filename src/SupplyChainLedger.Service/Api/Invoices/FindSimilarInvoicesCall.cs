using Grpc.Core;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.FindSimilarInvoices</c>.</summary>
internal sealed class FindSimilarInvoicesCall(IIndexReader index)
{
    private const int MaxShown = 100;

    public async Task<FindSimilarInvoicesResponse> AnswerAsync(
        FindSimilarInvoicesRequest request, ServerCallContext context)
    {
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var found = Find(snapshot, request);
        var response = new FindSimilarInvoicesResponse
        {
            More = found.Count > MaxShown,
            ReadAt = snapshot.Head.ToReadAt(),
        };
        response.SimilarInvoices.AddRange(found.Take(MaxShown).Select(one => Write(snapshot, one)));
        return response;
    }

    private static IReadOnlyList<SimilarInvoice<InvoiceRecord>> Find(
        IndexSnapshot snapshot, FindSimilarInvoicesRequest request)
    {
        switch (request.SubjectCase)
        {
            case FindSimilarInvoicesRequest.SubjectOneofCase.Name:
                var id = ResourceNames.ReadInvoice("name", request.Name);
                var row = snapshot.Invoices.Find(id) ?? throw snapshot.Missing(LedgerFaults.InvoiceNotFound(id));
                return snapshot.SimilarInvoices.ToRecorded(row.Record);
            case FindSimilarInvoicesRequest.SubjectOneofCase.Particulars:
                var (invoice, key) = ParticularsReader.Read(snapshot, request.Particulars);
                return snapshot.SimilarInvoices.ToDraft(invoice, key);
            default:
                throw LedgerFaults.InvalidField("name", "the name of an invoice, or particulars, are required");
        }
    }

    private static SimilarInvoice Write(IndexSnapshot snapshot, SimilarInvoice<InvoiceRecord> found)
    {
        var similar = new SimilarInvoice
        {
            Invoice = InvoiceWriter.Write(snapshot, snapshot.Invoices.Find(found.Invoice.Id)!),
            Grade = found.Grade.ToApi(),
            Explanation = SimilarityWriter.Explain(found.Findings),
        };
        similar.Reasons.AddRange(found.Findings.Select(finding => finding.Reason.ToApi()));
        return similar;
    }
}
