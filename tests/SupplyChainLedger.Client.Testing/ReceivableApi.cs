using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class ReceivableApi(MemoryLedger ledger) : ReceivableService.ReceivableServiceBase
{
    public override Task<ProposeTransferResponse> ProposeTransfer(
        ProposeTransferRequest request, ServerCallContext context)
    {
        var intent = ledger.ProposeTransfer(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new ProposeTransferResponse { Intent = intent, Holding = ledger.Part(intent) });
    }

    public override Task<AnswerTransferResponse> AnswerTransfer(
        AnswerTransferRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerTransfer(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerTransferResponse
        {
            Intent = intent,
            Holding = ledger.Holding(intent.Holding),
        });
    }

    public override Task<WithdrawStepResponse> WithdrawStep(WithdrawStepRequest request, ServerCallContext context)
    {
        var intent = ledger.WithdrawStep(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new WithdrawStepResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<ApplyDeadlineResponse> ApplyDeadline(ApplyDeadlineRequest request, ServerCallContext context)
    {
        var intent = ledger.ApplyDeadline(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new ApplyDeadlineResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<GetReceivableResponse> GetReceivable(
        GetReceivableRequest request, ServerCallContext context) =>
        Task.FromResult(new GetReceivableResponse
        {
            Receivable = ledger.Receivable(request.Name),
            ReadAt = ledger.ReadAt,
        });

    public override Task<GetHoldingResponse> GetHolding(GetHoldingRequest request, ServerCallContext context) =>
        Task.FromResult(new GetHoldingResponse { Holding = ledger.Holding(request.Name), ReadAt = ledger.ReadAt });

    public override Task<ListReceivablesResponse> ListReceivables(
        ListReceivablesRequest request, ServerCallContext context)
    {
        var found = ledger.Receivables
            .Where(one => request.Supplier.Length == 0 || one.Supplier == request.Supplier)
            .Where(one => request.Buyer.Length == 0 || one.Buyer == request.Buyer)
            .Where(one => !request.OpenOnly || one.OutstandingAmount.MinorUnits > 0);
        return Task.FromResult(new ListReceivablesResponse { Receivables = { found }, ReadAt = ledger.ReadAt });
    }

    public override Task<ListHoldingsResponse> ListHoldings(ListHoldingsRequest request, ServerCallContext context)
    {
        var found = ledger.Holdings
            .Where(one => request.Holder.Length == 0 || one.Holder == request.Holder)
            .Where(one => request.Counterparty.Length == 0 || one.Counterparty == request.Counterparty)
            .Where(one => request.Receivable.Length == 0 || one.Receivable == request.Receivable)
            .Where(one => request.Phase == HoldingPhase.Unspecified || one.Phase == request.Phase)
            .Where(one => request.Step == HoldingStep.Unspecified || one.Step == request.Step);
        return Task.FromResult(new ListHoldingsResponse { Holdings = { found }, ReadAt = ledger.ReadAt });
    }

    public override Task<TraceHoldingResponse> TraceHolding(TraceHoldingRequest request, ServerCallContext context)
    {
        var holding = ledger.Holding(request.Name);
        var answer = new TraceHoldingResponse
        {
            Receivable = ledger.Receivable(holding.Receivable),
            Obligor = holding.Obligor,
            ReadAt = ledger.ReadAt,
        };
        for (var tier = holding; ; tier = ledger.Holding(tier.Parent))
        {
            answer.Tiers.Add(new Tier
            {
                Holding = tier.Name,
                Participant = tier.Holder,
                Depth = tier.Depth,
                Amount = tier.Amount,
                Kind = tier.Parent.Length == 0 ? TierKind.Confirmation : TierKind.Transfer,
            });
            if (tier.Parent.Length == 0) return Task.FromResult(answer);
        }
    }
}
