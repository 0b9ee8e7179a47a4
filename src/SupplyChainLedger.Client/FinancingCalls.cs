using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Asks for financing, offers it, pays it out, and reads where it stands. Failures as those of <see
/// cref="InvoiceCalls"/>.
/// </summary>
public sealed partial class FinancingCalls
{
    private readonly FinancingService.FinancingServiceClient _service;
    private readonly ServiceCalls _calls;

    internal FinancingCalls(FinancingService.FinancingServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends a holder's request.</summary>
    public async Task<RequestFinancingResponse> RequestFinancingAsync(
        SignedIntent<Intents.RequestFinancing> financing, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(financing);
        var request = new RequestFinancingRequest
        {
            Action = financing.Intent.ToApi(),
            Signature = financing.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            financing,
            options => _service.RequestFinancingAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (answer.Financing is { } record) FinancingCheck.Request(financing, record);
        return answer;
    }

    /// <summary>Sends a financier's offer.</summary>
    public async Task<PlaceOfferResponse> PlaceOfferAsync(
        SignedIntent<Intents.PlaceOffer> offer, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var request = new PlaceOfferRequest
        {
            Action = offer.Intent.ToApi(),
            Signature = offer.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            offer,
            options => _service.PlaceOfferAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (answer.Offer is { } record) FinancingCheck.Offer(offer, record);
        return answer;
    }

    /// <summary>Sends that a financier takes its offer back.</summary>
    public async Task<WithdrawOfferResponse> WithdrawOfferAsync(
        SignedIntent<Intents.WithdrawOffer> withdrawal, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        var request = new WithdrawOfferRequest
        {
            Action = withdrawal.Intent.ToApi(),
            Signature = withdrawal.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            withdrawal,
            options => _service.WithdrawOfferAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (answer.Offer is { } record)
            RecordCheck.Same("the offer's name", ResourceNames.Of(withdrawal.Intent.Offer), record.Name);
        return answer;
    }

    /// <summary>Sends that the holder accepts an offer.</summary>
    public async Task<AcceptOfferResponse> AcceptOfferAsync(
        SignedIntent<Intents.AcceptOffer> acceptance, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        var request = new AcceptOfferRequest
        {
            Action = acceptance.Intent.ToApi(),
            Signature = acceptance.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            acceptance,
            options => _service.AcceptOfferAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        FinancingCheck.Change(acceptance.Intent.Receivable, acceptance.Intent.Holding, answer.Financing);
        return answer;
    }

    /// <summary>Sends that the financier has paid.</summary>
    public async Task<DeclareDisbursementResponse> DeclareDisbursementAsync(
        SignedIntent<Intents.DeclareDisbursement> declaration,
        WaitFor waitFor,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var request = new DeclareDisbursementRequest
        {
            Action = declaration.Intent.ToApi(),
            Signature = declaration.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            declaration,
            options => _service.DeclareDisbursementAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        FinancingCheck.Change(declaration.Intent.Receivable, declaration.Intent.Holding, answer.Financing);
        return answer;
    }

    /// <summary>Sends whether the holder has the money.</summary>
    public async Task<AnswerDisbursementResponse> AnswerDisbursementAsync(
        SignedIntent<Intents.AnswerDisbursement> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerDisbursementRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerDisbursementAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        FinancingCheck.Change(reply.Intent.Receivable, reply.Intent.Holding, answer.Financing);
        return answer;
    }

    /// <summary>Sends how much of an obligor a financier wants to hold.</summary>
    public async Task<SetExposureLimitResponse> SetExposureLimitAsync(
        SignedIntent<Intents.SetExposureLimit> limit, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var request = new SetExposureLimitRequest
        {
            Action = limit.Intent.ToApi(),
            Signature = limit.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            limit,
            options => _service.SetExposureLimitAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        return answer;
    }
}
