using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>Reads who takes part. Failures as those of <see cref="InvoiceCalls"/>.</summary>
public sealed class ParticipantCalls
{
    private readonly ParticipantService.ParticipantServiceClient _service;
    private readonly ServiceCalls _calls;

    internal ParticipantCalls(ParticipantService.ParticipantServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Reads one participant.</summary>
    public Task<GetParticipantResponse> GetAsync(string handle, CancellationToken cancellation = default)
    {
        var request = new GetParticipantRequest { Name = ResourceNames.OfParticipant(handle) };
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
