using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService.TraceHolding</c>.</summary>
internal sealed class TraceHoldingCall(IIndexReader index)
{
    public async Task<TraceHoldingResponse> AnswerAsync(TraceHoldingRequest request, ServerCallContext context)
    {
        var id = ResourceNames.ReadHolding("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var holding = snapshot.Holdings.Find(id) ?? throw snapshot.Missing(LedgerFaults.HoldingNotFound(id));
        var tiers = snapshot.Holdings.Trace(holding);
        return new TraceHoldingResponse
        {
            Receivable = Recorded(snapshot, holding.Receivable),
            Obligor = snapshot.NameOf(holding.Obligor),
            Tiers = { tiers.Select(tier => TierWriter.Write(snapshot, tier, holding.Currency)) },
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }

    private static Receivable? Recorded(IndexSnapshot snapshot, Contracts.Ids.InvoiceId id) =>
        snapshot.Receivables.Find(id) is { } record ? ReceivableWriter.Write(snapshot, record) : null;
}
