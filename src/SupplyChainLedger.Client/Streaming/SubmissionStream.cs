using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Streaming;

/// <summary>
/// Many submissions over one stream. What a broken connection leaves unanswered is sent again over the next one: the
/// same intent has one effect.
/// </summary>
internal sealed class SubmissionStream(
    InvoiceService.InvoiceServiceClient service, ServiceCalls calls, WaitFor waitFor) : IDisposable
{
    private readonly LedgerClientOptions _options = calls.Options;
    private readonly SemaphoreSlim _window = new(calls.Options.MaxInFlight);
    private readonly Channel<SubmissionEntry> _outgoing = Channel.CreateUnbounded<SubmissionEntry>();
    private readonly ConcurrentDictionary<string, SubmissionEntry> _unanswered = new();

    private volatile bool _allTakenIn;

    private bool IsDone => _allTakenIn && _unanswered.IsEmpty;

    public async IAsyncEnumerable<SubmissionOutcome> RunAsync(
        IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> submissions,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var intake = TakeInAsync(submissions, ending.Token);
        var patience = new Patience(_options);
        try
        {
            while (true)
            {
                await foreach (var outcome in ConnectAsync(patience, cancellation)) yield return outcome;
                if (IsDone) break;
                await patience.WaitAsync(cancellation);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await intake.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await intake;
    }

    public void Dispose() => _window.Dispose();

    private async Task TakeInAsync(
        IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> submissions, CancellationToken cancellation)
    {
        var number = 0L;
        try
        {
            await foreach (var submission in submissions.WithCancellation(cancellation))
            {
                await _window.WaitAsync(cancellation);
                var entry = new SubmissionEntry(++number, submission, waitFor);
                _unanswered[entry.Request.RequestId] = entry;
                await _outgoing.Writer.WriteAsync(entry, cancellation);
            }
        }
        finally
        {
            _allTakenIn = true;
            _outgoing.Writer.Complete();
        }
    }

    /// <summary>One connection: ends when everything is answered or when the connection breaks.</summary>
    private async IAsyncEnumerable<SubmissionOutcome> ConnectAsync(
        Patience patience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var call = service.SubmitInvoices(cancellationToken: ending.Token);
        var sending = SendAsync(call.RequestStream, ending.Token);
        try
        {
            while (true)
            {
                var next = call.ResponseStream.MoveNext(cancellation);
                while (!await EndsInTimeAsync(next, cancellation))
                {
                    foreach (var late in TakeAllSent()) yield return late.Pending();
                    if (IsDone) yield break;
                }

                if (!await IsThereAsync(next, patience, cancellation)) break;
                patience.Restore();
                var answer = call.ResponseStream.Current;
                if (Take(answer.RequestId) is { } entry) yield return entry.Read(answer);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(IClientStreamWriter<SubmitInvoicesRequest> requests, CancellationToken cancellation)
    {
        var again = _unanswered.Values.Where(entry => entry.WasSent).OrderBy(entry => entry.Number);
        foreach (var entry in again.ToList()) await requests.WriteAsync(entry.Request, cancellation);
        await foreach (var entry in _outgoing.Reader.ReadAllAsync(cancellation))
        {
            entry.WasSent = true;
            await requests.WriteAsync(entry.Request, cancellation);
        }

        await requests.CompleteAsync();
    }

    /// <summary>False when an answer is awaited for too long; whoever reads it finds out how it ended.</summary>
    private async Task<bool> EndsInTimeAsync(Task next, CancellationToken cancellation)
    {
        var limit = next.WaitAsync(_options.WaitTimeout, _options.Time, cancellation);
        await limit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return next.IsCompleted;
    }

    /// <summary>False at the end of the connection.</summary>
    /// <exception cref="ServiceOutOfReachException">It broke, and no other attempt is due.</exception>
    private async Task<bool> IsThereAsync(Task<bool> next, Patience patience, CancellationToken cancellation)
    {
        try
        {
            if (await next) return true;
            if (IsDone) return false;
            throw new RpcException(new Status(StatusCode.Unavailable, "The stream ended before all answers came."));
        }
        catch (RpcException fault)
        {
            var error = calls.Explain(fault, cancellation);
            if (error is ServiceOutOfReachException { IsWorthRepeating: true } && patience.IsLeft) return false;
            throw error;
        }
    }

    private List<SubmissionEntry> TakeAllSent() =>
        [.. _unanswered.Values.Where(entry => entry.WasSent).Select(entry => Take(entry.Request.RequestId)!)];

    private SubmissionEntry? Take(string requestId)
    {
        if (!_unanswered.TryRemove(requestId, out var entry)) return null;
        _window.Release();
        return entry;
    }
}
