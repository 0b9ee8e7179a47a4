using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Transport;

/// <summary>Makes unary calls with their deadlines, and turns what fails into typed errors.</summary>
internal sealed class ServiceCalls(Uri service, LedgerClientOptions options)
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromHours(6);

    public LedgerClientOptions Options => options;

    /// <summary>Reads something; tries once.</summary>
    public Task<T> ReadAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellation) =>
        CallAsync(call, options.ReadTimeout, cancellation);

    /// <summary>Asks for what takes as long as it takes, such as reading all that there is.</summary>
    public Task<T> AwaitAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellation) =>
        CallAsync(call, LongestWork, cancellation);

    /// <summary>Sends an intent, again where the connection breaks: the same intent has one effect.</summary>
    /// <param name="intent">What is sent. Nothing is sent past its deadline.</param>
    /// <param name="call">Starts the call.</param>
    /// <param name="cancellation">Ends the wait. The intent may take effect all the same.</param>
    private async Task<TResponse> SendAsync<TIntent, TResponse>(
        SignedIntent<TIntent> intent,
        Func<CallOptions, AsyncUnaryCall<TResponse>> call,
        CancellationToken cancellation)
        where TIntent : LedgerIntent
    {
        var patience = new Patience(options, intent.Intent.Deadline);
        while (true)
        {
            try
            {
                return await CallAsync(call, options.WaitTimeout, cancellation);
            }
            catch (ServiceOutOfReachException fault) when (fault.IsWorthRepeating && patience.IsLeft)
            {
                await patience.WaitAsync(cancellation);
            }
            catch (ServiceOutOfReachException fault) when (fault.IsTimeout)
            {
                throw LedgerExceptions.Unanswered(intent.Digest);
            }
        }
    }

    /// <summary>Sends an intent as <see cref="SendAsync"/> does, and fails where the intent has.</summary>
    /// <param name="intent">What is sent.</param>
    /// <param name="call">Starts the call.</param>
    /// <param name="answered">The intent that an answer speaks of.</param>
    /// <param name="cancellation">Ends the wait. The intent may take effect all the same.</param>
    public async Task<TResponse> WriteAsync<TIntent, TResponse>(
        SignedIntent<TIntent> intent,
        Func<CallOptions, AsyncUnaryCall<TResponse>> call,
        Func<TResponse, Intent> answered,
        CancellationToken cancellation)
        where TIntent : LedgerIntent
    {
        var response = await SendAsync(intent, call, cancellation);
        RecordCheck.Outcome(intent.Digest, answered(response));
        return response;
    }

    /// <summary>What a failed call means to the caller.</summary>
    public Exception Explain(RpcException fault, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return new OperationCanceledException(cancellation);
        if (LedgerExceptions.Read(fault) is { } refusal) return refusal;
        return fault.StatusCode
            is StatusCode.Unavailable
            or StatusCode.DeadlineExceeded
            or StatusCode.Unimplemented
            or StatusCode.Internal
            or StatusCode.Unknown
            or StatusCode.Cancelled
            ? new ServiceOutOfReachException(service, fault)
            : LedgerExceptions.OfBareStatus(fault);
    }

    private async Task<T> CallAsync<T>(
        Func<CallOptions, AsyncUnaryCall<T>> start, TimeSpan timeout, CancellationToken cancellation)
    {
        var deadline = options.Time.GetUtcNow().UtcDateTime + timeout;
        try
        {
            using var call = start(new CallOptions(deadline: deadline, cancellationToken: cancellation));
            return await call.ResponseAsync;
        }
        catch (RpcException fault)
        {
            throw Explain(fault, cancellation);
        }
    }
}
