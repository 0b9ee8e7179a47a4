using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Passes parts of receivables from hand to hand, and reads who holds what. Failures as those of <see
/// cref="InvoiceCalls"/>.
/// </summary>
public sealed class ReceivableCalls
{
    private readonly ReceivableService.ReceivableServiceClient _service;
    private readonly ServiceCalls _calls;

    internal ReceivableCalls(ReceivableService.ReceivableServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends a holder's offer of a part to somebody, who is paid with it.</summary>
    public async Task<ProposeTransferResponse> ProposeTransferAsync(
        SignedIntent<Intents.ProposeTransfer> proposal, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var request = new ProposeTransferRequest
        {
            Action = proposal.Intent.ToApi(),
            Signature = proposal.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            proposal,
            options => _service.ProposeTransferAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Part(proposal.Intent.Receivable, proposal.Intent.Holding, proposal.Digest, answer.Holding);
        return answer;
    }

    /// <summary>Sends whether the recipient takes the part.</summary>
    public async Task<AnswerTransferResponse> AnswerTransferAsync(
        SignedIntent<Intents.AnswerTransfer> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerTransferRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerTransferAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(reply.Intent.Receivable, reply.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that a participant takes back what it began.</summary>
    public async Task<WithdrawStepResponse> WithdrawStepAsync(
        SignedIntent<Intents.WithdrawStep> withdrawal, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        var request = new WithdrawStepRequest
        {
            Action = withdrawal.Intent.ToApi(),
            Signature = withdrawal.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            withdrawal,
            options => _service.WithdrawStepAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(withdrawal.Intent.Receivable, withdrawal.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that a deadline of a holding has passed.</summary>
    public async Task<ApplyDeadlineResponse> ApplyDeadlineAsync(
        SignedIntent<Intents.ApplyDeadline> notice, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var request = new ApplyDeadlineRequest
        {
            Action = notice.Intent.ToApi(),
            Signature = notice.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            notice,
            options => _service.ApplyDeadlineAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(notice.Intent.Receivable, notice.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Reads one receivable.</summary>
    public Task<GetReceivableResponse> GetReceivableAsync(
        InvoiceId receivable, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new GetReceivableRequest { Name = ResourceNames.OfReceivable(receivable), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetReceivableAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of receivables, newest confirmation first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListReceivablesResponse> ListReceivablesAsync(
        ListReceivablesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListReceivablesAsync(request, options), cancellation);

    /// <summary>Reads one holding.</summary>
    public Task<GetHoldingResponse> GetHoldingAsync(
        HoldingId holding, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new GetHoldingRequest { Name = ResourceNames.Of(holding), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetHoldingAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of holdings, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListHoldingsResponse> ListHoldingsAsync(
        ListHoldingsRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListHoldingsAsync(request, options), cancellation);

    /// <summary>Reads the path from a holding back to the obligor.</summary>
    public Task<TraceHoldingResponse> TraceHoldingAsync(
        HoldingId holding, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new TraceHoldingRequest { Name = ResourceNames.Of(holding), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.TraceHoldingAsync(request, options), cancellation);
    }
}
