using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <content>What is asked for, what is offered, and what is held.</content>
public sealed partial class FinancingCalls
{
    /// <summary>Reads one request with its offers.</summary>
    public Task<GetFinancingResponse> GetFinancingAsync(
        HoldingId part, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new GetFinancingRequest { Holding = ResourceNames.Of(part), MinBlock = minBlock };
        return _calls.ReadAsync(options => _service.GetFinancingAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of requests, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListFinancingsResponse> ListFinancingsAsync(
        ListFinancingsRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListFinancingsAsync(request, options), cancellation);

    /// <summary>Reads one page of offers, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListOffersResponse> ListOffersAsync(
        ListOffersRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListOffersAsync(request, options), cancellation);

    /// <summary>Reads one page of exposures, by financier, obligor and currency.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListExposuresResponse> ListExposuresAsync(
        ListExposuresRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListExposuresAsync(request, options), cancellation);

    /// <summary>Reads one page of what a holder can ask financing for, with the prices last seen.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListFinanceableResponse> ListFinanceableAsync(
        ListFinanceableRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListFinanceableAsync(request, options), cancellation);

    /// <summary>Reads one page of the requests that a financier may offer for, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListOpportunitiesResponse> ListOpportunitiesAsync(
        ListOpportunitiesRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListOpportunitiesAsync(request, options), cancellation);
}
