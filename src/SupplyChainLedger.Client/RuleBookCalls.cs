using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>Proposes and reads the versions of the rules. Failures as those of <see cref="InvoiceCalls"/>.</summary>
public sealed class RuleBookCalls
{
    private readonly RuleBookService.RuleBookServiceClient _service;
    private readonly ServiceCalls _calls;

    internal RuleBookCalls(RuleBookService.RuleBookServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends the next version of the rules.</summary>
    public async Task<ProposeRulesResponse> ProposeRulesAsync(
        SignedIntent<Intents.ProposeRules> proposal, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var request = new ProposeRulesRequest
        {
            Action = proposal.Intent.ToApi(),
            Signature = proposal.SignatureText,
            WaitFor = waitFor,
        };
        var answer = await _calls.WriteAsync(
            proposal,
            options => _service.ProposeRulesAsync(request, options),
            static answer => answer.Intent,
            cancellation);
        if (answer.Rules is { } record)
            RecordCheck.Same("the name of the rules", proposal.Intent.Rules.Name, record.DisplayName);
        return answer;
    }

    /// <summary>Reads one version of the rules.</summary>
    /// <param name="version">The version, from 1; null for the one in force.</param>
    /// <param name="minBlock">Wait until the index has reached this block; 0 does not wait.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<GetRulesResponse> GetRulesAsync(
        uint? version = null, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var name = version is { } number ? ResourceNames.OfRules(number) : "";
        var request = new GetRulesRequest { Name = name, MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetRulesAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of versions, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListRulesResponse> ListRulesAsync(
        ListRulesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListRulesAsync(request, options), cancellation);
}
