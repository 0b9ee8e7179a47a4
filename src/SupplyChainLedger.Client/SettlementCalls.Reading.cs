using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <content>What is due, to whom, and what was paid.</content>
public sealed partial class SettlementCalls
{
    /// <summary>Reads who is to be paid on a receivable on a day, how much, and into which account.</summary>
    /// <param name="receivable">The receivable.</param>
    /// <param name="date">The day (UTC) that the instruction is for; null for now.</param>
    /// <param name="minBlock">Wait until the index has reached this block; 0 does not wait.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<GetPaymentInstructionResponse> GetPaymentInstructionAsync(
        InvoiceId receivable, DateOnly? date = null, ulong minBlock = 0, CancellationToken cancellation = default)
    {
        var request = new GetPaymentInstructionRequest
        {
            Receivable = ResourceNames.OfReceivable(receivable),
            Date = date?.ToApi(),
            MinBlock = minBlock,
        };
        return _calls.ReadAsync(options => _service.GetPaymentInstructionAsync(request, options), cancellation);
    }

    /// <summary>Reads one page of payments, newest declaration first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListPaymentsResponse> ListPaymentsAsync(
        ListPaymentsRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListPaymentsAsync(request, options), cancellation);

    /// <summary>Reads one page of what is due, by due date.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListDueResponse> ListDueAsync(
        ListDueRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListDueAsync(request, options), cancellation);

    /// <summary>Reads one page of stops, newest first.</summary>
    /// <param name="request">Which of them, and which page.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<ListStopsResponse> ListStopsAsync(
        ListStopsRequest request, CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _service.ListStopsAsync(request, options), cancellation);
}
