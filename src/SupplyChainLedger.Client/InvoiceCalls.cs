using System.Runtime.CompilerServices;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Streaming;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>Submits, confirms, rejects, withdraws and reads invoices.</summary>
/// <remarks>
/// Every call fails with <see cref="Errors.LedgerException"/> when it is refused, with
/// <see cref="Errors.ServiceOutOfReachException"/> when the service does not answer, and with
/// <see cref="Errors.LedgerMismatchException"/> when the answer is not what was signed. A call that waits longer than
/// <see cref="LedgerClientOptions.WaitTimeout"/> is refused with <see cref="ErrorReason.IntentPending"/>.
/// </remarks>
public sealed partial class InvoiceCalls
{
    private readonly InvoiceService.InvoiceServiceClient _service;
    private readonly ServiceCalls _calls;

    internal InvoiceCalls(InvoiceService.InvoiceServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends a supplier's claim, and checks the record against what was signed.</summary>
    public async Task<SubmitInvoiceResponse> SubmitAsync(
        SignedIntent<Intents.SubmitInvoice> submission, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var request = new SubmitInvoiceRequest
        {
            Action = submission.Intent.ToApi(),
            Signature = submission.SignatureText,
            WaitFor = waitFor,
        };
        var response = await _calls.WriteAsync(
            submission,
            options => _service.SubmitInvoiceAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (response.Invoice is { } record) RecordCheck.Submission(submission.Intent, record);
        return response;
    }

    /// <summary>
    /// Sends many claims over one stream, no more than <see cref="LedgerClientOptions.MaxInFlight"/> of them unanswered
    /// at a time, and goes on over a new connection where one breaks.
    /// </summary>
    /// <returns>One outcome for each, in the order in which they become known. A refusal ends nothing.</returns>
    public async IAsyncEnumerable<SubmissionOutcome> SubmitManyAsync(
        IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> submissions,
        WaitFor waitFor,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stream = new SubmissionStream(_service, _calls, waitFor);
        await foreach (var outcome in stream.RunAsync(submissions, cancellation)) yield return outcome;
    }

    /// <summary>Sends a buyer's promise to pay.</summary>
    public async Task<ConfirmInvoiceResponse> ConfirmAsync(
        SignedIntent<Intents.ConfirmInvoice> confirmation, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(confirmation);
        var request = new ConfirmInvoiceRequest
        {
            Action = confirmation.Intent.ToApi(),
            Signature = confirmation.SignatureText,
            WaitFor = waitFor,
        };
        var response = await _calls.WriteAsync(
            confirmation,
            options => _service.ConfirmInvoiceAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (response.Invoice is { } record) RecordCheck.Confirmation(confirmation.Intent, record);
        return response;
    }

    /// <summary>Sends a buyer's refusal.</summary>
    public async Task<RejectInvoiceResponse> RejectAsync(
        SignedIntent<Intents.RejectInvoice> rejection, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        var request = new RejectInvoiceRequest
        {
            Action = rejection.Intent.ToApi(),
            Signature = rejection.SignatureText,
            WaitFor = waitFor,
        };
        var response = await _calls.WriteAsync(
            rejection,
            options => _service.RejectInvoiceAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (response.Invoice is { } record) RecordCheck.Rejection(rejection.Intent, record);
        return response;
    }

    /// <summary>Sends a supplier's withdrawal of its own claim.</summary>
    public async Task<WithdrawInvoiceResponse> WithdrawAsync(
        SignedIntent<Intents.WithdrawInvoice> withdrawal, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        var request = new WithdrawInvoiceRequest
        {
            Action = withdrawal.Intent.ToApi(),
            Signature = withdrawal.SignatureText,
            WaitFor = waitFor,
        };
        var response = await _calls.WriteAsync(
            withdrawal,
            options => _service.WithdrawInvoiceAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (response.Invoice is { } record) RecordCheck.Withdrawal(withdrawal.Intent, record);
        return response;
    }

    /// <summary>Reads one invoice.</summary>
    /// <param name="invoice">Its id.</param>
    /// <param name="minBlock">Wait until the index has reached this block; 0 does not wait.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<GetInvoiceResponse> GetAsync(
        InvoiceId invoice, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new GetInvoiceRequest { Name = ResourceNames.Of(invoice), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetInvoiceAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of invoices, newest submission first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListInvoicesResponse> ListInvoicesAsync(
        ListInvoicesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListInvoicesAsync(request, options), cancellation);
}
