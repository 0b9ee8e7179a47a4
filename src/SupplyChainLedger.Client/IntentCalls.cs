using System.Runtime.CompilerServices;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client;

/// <summary>
/// Reads what became of signed intents, hurries them, and takes them back. Failures as those of
/// <see cref="InvoiceCalls"/>.
/// </summary>
public sealed class IntentCalls
{
    private readonly IntentService.IntentServiceClient _service;
    private readonly ServiceCalls _calls;

    internal IntentCalls(IntentService.IntentServiceClient service, ServiceCalls calls)
    {
        _service = service;
        _calls = calls;
    }

    /// <summary>Reads one intent.</summary>
    public Task<GetIntentResponse> GetAsync(IntentHash intent, CancellationToken cancellation = default)
    {
        var request = new GetIntentRequest { Name = ResourceNames.Of(intent) };
        return _calls.ReadAsync(options => _service.GetIntentAsync(request, options), cancellation);
    }

    /// <summary>Lets the service send an intent that still waits now. It takes effect once all the same.</summary>
    public Task<ResendIntentResponse> ResendAsync(IntentHash intent, CancellationToken cancellation = default)
    {
        var request = new ResendIntentRequest { Name = ResourceNames.Of(intent) };
        return _calls.ReadAsync(options => _service.ResendIntentAsync(request, options), cancellation);
    }

    /// <summary>Sends that an intent is taken back; <see cref="CancelIntentResponse.Cancelled"/> is what became of it.
    /// </summary>
    public Task<CancelIntentResponse> CancelAsync(
        SignedIntent<Intents.CancelIntent> cancellation, WaitFor waitFor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        var request = new CancelIntentRequest
        {
            Action = cancellation.Intent.ToApi(),
            Signature = cancellation.SignatureText,
            WaitFor = waitFor,
        };
        return _calls.WriteAsync(
            cancellation,
            options => _service.CancelIntentAsync(request, options),
            static answer => answer.Intent,
            cancellationToken);
    }

    /// <summary>Reads the intents that the service has accepted page by page, newest first.</summary>
    /// <param name="participant">Handle of who is bound; null for all.</param>
    /// <param name="state">Only those in this state; unspecified for all.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async IAsyncEnumerable<Intent> ListAsync(
        string? participant = null,
        IntentState state = IntentState.Unspecified,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var request = new ListIntentsRequest
        {
            Participant = participant is null ? "" : ResourceNames.OfParticipant(participant),
            State = state,
        };
        do
        {
            var page = await _calls.ReadAsync(options => _service.ListIntentsAsync(request, options), cancellation);
            foreach (var intent in page.Intents) yield return intent;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }
}
