using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Issues credit notes, opens and answers disputes, cancels receivables, and reads all of these. Failures as those of
/// <see cref="InvoiceCalls"/>.
/// </summary>
public sealed class DisputeCalls
{
    private readonly DisputeService.DisputeServiceClient _service;
    private readonly ServiceCalls _calls;

    internal DisputeCalls(DisputeService.DisputeServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends a credit note of the supplier.</summary>
    public async Task<IssueCreditNoteResponse> IssueCreditNoteAsync(
        SignedIntent<Intents.IssueCreditNote> note, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        var request = new IssueCreditNoteRequest
        {
            Action = note.Intent.ToApi(),
            Signature = note.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            note,
            options => _service.IssueCreditNoteAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(note.Intent.Receivable, note.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends whether the holder agrees to a credit note.</summary>
    public async Task<AnswerCreditNoteResponse> AnswerCreditNoteAsync(
        SignedIntent<Intents.AnswerCreditNote> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerCreditNoteRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerCreditNoteAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(reply.Intent.Receivable, reply.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that the obligor disputes a part.</summary>
    public async Task<OpenDisputeResponse> OpenDisputeAsync(
        SignedIntent<Intents.OpenDispute> dispute, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        var request = new OpenDisputeRequest
        {
            Action = dispute.Intent.ToApi(),
            Signature = dispute.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            dispute,
            options => _service.OpenDisputeAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Part(dispute.Intent.Receivable, dispute.Intent.Holding, dispute.Digest, answer.Holding);
        return answer;
    }

    /// <summary>Sends the holder's answer to a dispute.</summary>
    public async Task<AnswerDisputeResponse> AnswerDisputeAsync(
        SignedIntent<Intents.AnswerDispute> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerDisputeRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerDisputeAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(reply.Intent.Receivable, reply.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that the supplier wants to cancel a receivable.</summary>
    public async Task<RequestCancellationResponse> RequestCancellationAsync(
        SignedIntent<Intents.RequestCancellation> wish, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var request = new RequestCancellationRequest
        {
            Action = wish.Intent.ToApi(),
            Signature = wish.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            wish,
            options => _service.RequestCancellationAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Receivable(wish.Intent.Invoice, answer.Receivable);
        return answer;
    }

    /// <summary>Sends whether the buyer consents to that.</summary>
    public async Task<AnswerCancellationResponse> AnswerCancellationAsync(
        SignedIntent<Intents.AnswerCancellation> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerCancellationRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerCancellationAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Receivable(reply.Intent.Invoice, answer.Receivable);
        return answer;
    }

    /// <summary>Reads one page of disputes, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListDisputesResponse> ListDisputesAsync(
        ListDisputesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListDisputesAsync(request, options), cancellation);

    /// <summary>Reads one page of credit notes, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListCreditNotesResponse> ListCreditNotesAsync(
        ListCreditNotesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListCreditNotesAsync(request, options), cancellation);
}
