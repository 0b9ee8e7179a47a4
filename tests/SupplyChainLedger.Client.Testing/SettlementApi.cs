using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class SettlementApi(MemoryLedger ledger) : SettlementService.SettlementServiceBase
{
    public override Task<DeclarePaymentResponse> DeclarePayment(
        DeclarePaymentRequest request, ServerCallContext context)
    {
        var intent = ledger.DeclarePayment(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new DeclarePaymentResponse
        {
            Intent = intent,
            Holding = ledger.Holding(intent.Holding),
        });
    }

    public override Task<AnswerPaymentResponse> AnswerPayment(AnswerPaymentRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerPayment(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerPaymentResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<ClaimRecourseResponse> ClaimRecourse(ClaimRecourseRequest request, ServerCallContext context)
    {
        var intent = ledger.ClaimRecourse(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new ClaimRecourseResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<WriteOffResponse> WriteOff(WriteOffRequest request, ServerCallContext context)
    {
        var intent = ledger.WriteOff(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new WriteOffResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<RecordRecoveryResponse> RecordRecovery(
        RecordRecoveryRequest request, ServerCallContext context)
    {
        var intent = ledger.RecordRecovery(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new RecordRecoveryResponse
        {
            Intent = intent,
            Holding = ledger.Holding(intent.Holding),
        });
    }

    public override Task<SetAccountResponse> SetAccount(SetAccountRequest request, ServerCallContext context)
    {
        var intent = ledger.SetAccount(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new SetAccountResponse { Intent = intent, Account = ledger.Accounts[^1] });
    }

    public override Task<LiftStopResponse> LiftStop(LiftStopRequest request, ServerCallContext context)
    {
        var intent = ledger.LiftStop(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new LiftStopResponse { Intent = intent, Stop = ledger.Stops[^1] });
    }

    public override Task<GetPaymentInstructionResponse> GetPaymentInstruction(
        GetPaymentInstructionRequest request, ServerCallContext context) =>
        Task.FromResult(new GetPaymentInstructionResponse
        {
            Lines = { ledger.Due.Where(line => line.Receivable == request.Receivable) },
            Date = request.Date ?? new Google.Type.Date { Year = 2024, Month = 10, Day = 4 },
            ReadAt = ledger.ReadAt,
        });

    public override Task<ListPaymentsResponse> ListPayments(ListPaymentsRequest request, ServerCallContext context)
    {
        var found = ledger.Payments.Where(
            one => request.Receivable.Length == 0 || one.Receivable == request.Receivable);
        return Task.FromResult(new ListPaymentsResponse { Payments = { found }, ReadAt = ledger.ReadAt });
    }

    public override Task<ListDueResponse> ListDue(ListDueRequest request, ServerCallContext context)
    {
        var found = ledger.Due
            .Where(one => request.Payer.Length == 0 || one.Payer == request.Payer)
            .Where(one => request.Payee.Length == 0 || one.Payee == request.Payee);
        return Task.FromResult(new ListDueResponse { Due = { found }, ReadAt = ledger.ReadAt });
    }

    public override Task<ListStopsResponse> ListStops(ListStopsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListStopsResponse { Stops = { ledger.Stops }, ReadAt = ledger.ReadAt });
}
