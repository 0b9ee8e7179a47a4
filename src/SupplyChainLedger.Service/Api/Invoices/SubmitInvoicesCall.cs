using System.Text;
using Grpc.Core;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary>
/// <c>InvoiceService.SubmitInvoices</c>: every request goes its own way, and each answer leaves when it is there. A
/// bounded number is under way at once, from its reading to the writing of its answer, so that neither a fast sender
/// nor a client that does not read fills the memory.
/// </summary>
internal sealed class SubmitInvoicesCall(SubmitInvoiceCall single, IHostApplicationLifetime lifetime)
{
    private const int MaxUnderWay = 1024;
    private const int MaxMarkBytes = 64;

    public async Task AnswerAsync(
        IAsyncStreamReader<SubmitInvoicesRequest> requests,
        IServerStreamWriter<SubmitInvoicesResponse> responses,
        ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        using var turn = new SemaphoreSlim(1);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = MaxUnderWay, CancellationToken = end.Token };

        // Anything but a refusal ends the stream and all that is under way; what was accepted is on disk by then.
        await Parallel.ForEachAsync(requests.ReadAllAsync(CancellationToken.None), limits, AnswerOneAsync);

        async ValueTask AnswerOneAsync(SubmitInvoicesRequest request, CancellationToken cancellation)
        {
            var answer = await AnswerAsync(request, context.Deadline, cancellation);
            await turn.WaitAsync(cancellation);
            try
            {
                await responses.WriteAsync(answer, cancellation);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private async Task<SubmitInvoicesResponse> AnswerAsync(
        SubmitInvoicesRequest request, DateTime deadline, CancellationToken cancellation)
    {
        try
        {
            if (Encoding.UTF8.GetByteCount(request.RequestId) > MaxMarkBytes)
                throw LedgerFaults.InvalidField("request_id", $"at most {MaxMarkBytes} bytes are allowed");
            var submission = new SubmitInvoiceRequest
            {
                Action = request.Action,
                Signature = request.Signature,
                WaitFor = request.WaitFor,
            };
            return new SubmitInvoicesResponse
            {
                RequestId = request.RequestId,
                Submitted = await single.AnswerAsync(submission, deadline, cancellation),
            };
        }
        catch (LedgerFault fault)
        {
            return new SubmitInvoicesResponse { RequestId = request.RequestId, Error = FaultStatus.ToStatus(fault) };
        }
    }
}
