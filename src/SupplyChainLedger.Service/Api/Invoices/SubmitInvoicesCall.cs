using System.Text;
using System.Threading.Channels;
using Grpc.Core;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary>
/// <c>InvoiceService.SubmitInvoices</c>: every request goes its own way, and each answer leaves when it is there. A
/// bounded number is under way at once, so that a fast sender waits instead of filling the memory.
/// </summary>
internal sealed class SubmitInvoicesCall(SubmitInvoiceCall single)
{
    private const int MaxUnderWay = 1024;
    private const int MaxMarkBytes = 64;

    public async Task AnswerAsync(
        IAsyncStreamReader<SubmitInvoicesRequest> requests,
        IServerStreamWriter<SubmitInvoicesResponse> responses,
        ServerCallContext context)
    {
        var answers = Channel.CreateBounded<SubmitInvoicesResponse>(MaxUnderWay);
        var reading = ReadAsync(requests, answers.Writer, context);
        await foreach (var answer in answers.Reader.ReadAllAsync(context.CancellationToken))
            await responses.WriteAsync(answer);
        await reading;
    }

    private async Task ReadAsync(
        IAsyncStreamReader<SubmitInvoicesRequest> requests,
        ChannelWriter<SubmitInvoicesResponse> answers,
        ServerCallContext context)
    {
        using var room = new SemaphoreSlim(MaxUnderWay);
        try
        {
            while (await requests.MoveNext(context.CancellationToken))
            {
                await room.WaitAsync(context.CancellationToken);
                _ = SubmitAsync(requests.Current, room, answers, context);
            }

            // All room is free again when all are answered.
            for (var i = 0; i < MaxUnderWay; i++) await room.WaitAsync(context.CancellationToken);
            answers.Complete();
        }
        catch (Exception fault)
        {
            answers.Complete(fault);
            throw;
        }
    }

    private async Task SubmitAsync(
        SubmitInvoicesRequest request,
        SemaphoreSlim room,
        ChannelWriter<SubmitInvoicesResponse> answers,
        ServerCallContext context)
    {
        try
        {
            await answers.WriteAsync(await AnswerAsync(request, context), context.CancellationToken);
            room.Release();
        }
        catch (Exception fault)
        {
            // Anything but a refusal ends the stream: what was accepted is on disk and can be asked for.
            answers.TryComplete(fault);
        }
    }

    private async Task<SubmitInvoicesResponse> AnswerAsync(SubmitInvoicesRequest request, ServerCallContext context)
    {
        try
        {
            if (Encoding.UTF8.GetByteCount(request.RequestId) > MaxMarkBytes)
                throw LedgerFaults.InvalidField("request_id", $"at most {MaxMarkBytes} bytes are allowed");
            var submitted = await single.AnswerAsync(
                new SubmitInvoiceRequest
                {
                    Action = request.Action,
                    Signature = request.Signature,
                    WaitFor = request.WaitFor,
                },
                context);
            return new SubmitInvoicesResponse { RequestId = request.RequestId, Submitted = submitted };
        }
        catch (LedgerFault fault)
        {
            return new SubmitInvoicesResponse { RequestId = request.RequestId, Error = FaultStatus.ToStatus(fault) };
        }
    }
}
