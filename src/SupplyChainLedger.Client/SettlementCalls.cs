using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Declares and answers payments, deals with what is not paid, and reads what is due. Failures as those of <see
/// cref="InvoiceCalls"/>.
/// </summary>
public sealed partial class SettlementCalls
{
    private readonly SettlementService.SettlementServiceClient _service;
    private readonly ServiceCalls _calls;

    internal SettlementCalls(SettlementService.SettlementServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends that the payer has paid a holder.</summary>
    public async Task<DeclarePaymentResponse> DeclarePaymentAsync(
        SignedIntent<Intents.DeclarePayment> declaration, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var request = new DeclarePaymentRequest
        {
            Action = declaration.Intent.ToApi(),
            Signature = declaration.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            declaration,
            options => _service.DeclarePaymentAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(declaration.Intent.Receivable, declaration.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends whether the holder has the money.</summary>
    public async Task<AnswerPaymentResponse> AnswerPaymentAsync(
        SignedIntent<Intents.AnswerPayment> reply, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var request = new AnswerPaymentRequest
        {
            Action = reply.Intent.ToApi(),
            Signature = reply.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            reply,
            options => _service.AnswerPaymentAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(reply.Intent.Receivable, reply.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that the seller has to buy a holding back.</summary>
    public async Task<ClaimRecourseResponse> ClaimRecourseAsync(
        SignedIntent<Intents.ClaimRecourse> claim, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var request = new ClaimRecourseRequest
        {
            Action = claim.Intent.ToApi(),
            Signature = claim.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            claim,
            options => _service.ClaimRecourseAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(claim.Intent.Receivable, claim.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that the holder gives a holding up.</summary>
    public async Task<WriteOffResponse> WriteOffAsync(
        SignedIntent<Intents.WriteOff> loss, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var request = new WriteOffRequest
        {
            Action = loss.Intent.ToApi(),
            Signature = loss.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            loss,
            options => _service.WriteOffAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(loss.Intent.Receivable, loss.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends that money came in for what had been given up.</summary>
    public async Task<RecordRecoveryResponse> RecordRecoveryAsync(
        SignedIntent<Intents.RecordRecovery> recovery, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        var request = new RecordRecoveryRequest
        {
            Action = recovery.Intent.ToApi(),
            Signature = recovery.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            recovery,
            options => _service.RecordRecoveryAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        HoldingCheck.Change(recovery.Intent.Receivable, recovery.Intent.Holding, answer.Holding);
        return answer;
    }

    /// <summary>Sends where a participant wants to be paid.</summary>
    public async Task<SetAccountResponse> SetAccountAsync(
        SignedIntent<Intents.SetAccount> account, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var request = new SetAccountRequest
        {
            Action = account.Intent.ToApi(),
            Signature = account.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            account,
            options => _service.SetAccountAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (answer.Account is { } record) RecordCheck.Same("the account", account.Intent.Account, record.Account_);
        return answer;
    }

    /// <summary>Sends that an obligor may take on debts again.</summary>
    public async Task<LiftStopResponse> LiftStopAsync(
        SignedIntent<Intents.LiftStop> lifting, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lifting);
        var request = new LiftStopRequest
        {
            Action = lifting.Intent.ToApi(),
            Signature = lifting.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            lifting,
            options => _service.LiftStopAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        return answer;
    }
}
