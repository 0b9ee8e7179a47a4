using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Reads who takes part, and sets a participant's own limits. Failures as those of <see cref="InvoiceCalls"/>.
/// </summary>
public sealed class ParticipantCalls
{
    private readonly ParticipantService.ParticipantServiceClient _service;
    private readonly ServiceCalls _calls;

    internal ParticipantCalls(ParticipantService.ParticipantServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Sends above which amount two of a participant's keys must sign.</summary>
    public Task<SetThresholdResponse> SetThresholdAsync(
        SignedIntent<Intents.SetThreshold> threshold, WaitFor waitFor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        var request = new SetThresholdRequest
        {
            Action = threshold.Intent.ToApi(),
            Signature = threshold.SignatureText,
            WaitFor = waitFor,
        };
        return _calls.WriteAsync(
            threshold,
            options => _service.SetThresholdAsync(request, options),
            static answer => answer.Intent,
            cancellation);
    }

    /// <summary>Reads one participant.</summary>
    public Task<GetParticipantResponse> GetAsync(string handle, CancellationToken cancellation = default) =>
        GetAsync(handle, minBlock: 0, cancellation);

    /// <summary>Reads one participant as it is at a block or later.</summary>
    /// <param name="handle">Its handle.</param>
    /// <param name="minBlock">Waits until the service has indexed this block.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<GetParticipantResponse> GetAsync(
        string handle, ulong minBlock, CancellationToken cancellation = default)
    {
        var request = new GetParticipantRequest { Name = ResourceNames.OfParticipant(handle), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetParticipantAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of participants, by id.</summary>
    /// <param name="role">Only those with this role; unspecified for all.</param>
    /// <param name="pageToken">The <c>next_page_token</c> of the page before; empty for the first.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListParticipantsResponse> ListPageAsync(
        Role role = Role.Unspecified, string pageToken = "", CancellationToken cancellation = default)
    {
        var request = new ListParticipantsRequest { Role = role, PageSize = 1000, PageToken = pageToken };
        return _calls.ReadAsync(options => _service.ListParticipantsAsync(request, options), cancellation);
    }
}
