using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Settlements;

/// <summary><c>SettlementService.GetPaymentInstruction</c>.</summary>
internal sealed class GetPaymentInstructionCall(IIndexReader index)
{
    public async Task<GetPaymentInstructionResponse> AnswerAsync(
        GetPaymentInstructionRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadReceivable("receivable", request.Receivable);
        var fields = new RequestFields();
        var asked = fields.OptionalDay("date", request.Date);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        if (snapshot.Receivables.Find(id) is null) throw snapshot.Missing(LedgerFaults.ReceivableNotFound(id));
        var day = asked ?? ChainWriter.DayOf(snapshot.Head.Indexed.Timestamp);
        var lines = snapshot.Settlement.InstructionOn(id, day);
        return new GetPaymentInstructionResponse
        {
            Lines = { lines.Select(line => DueWriter.Write(snapshot, line)) },
            Date = day.ToApi(),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
