extern alias sdk;
using Grpc.Core;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Grpc.Client;

namespace SupplyChainLedger.Benchmarks.Throughput;

/// <summary>One stream of <c>SubmitInvoices</c> over a connection of its own, kept as full as the service lets it.
/// </summary>
internal sealed class LoadStream(Uri service, ArraySegment<SubmitInvoicesRequest> requests)
{
    private int _answered;
    private int _refused;

    /// <summary>Invoices that have reached a block and the index.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Invoices that the service has refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Sends everything and reads every answer, or stops when told to.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var channel = GrpcChannel.ForAddress(service);
        var client = new InvoiceService.InvoiceServiceClient(channel.CreateCallInvoker());
        using var call = client.SubmitInvoices(cancellationToken: stop);
        try
        {
            await Task.WhenAll(SendAsync(call.RequestStream, stop), ReadAsync(call.ResponseStream, stop));
        }
        catch (Exception end) when (stop.IsCancellationRequested && end is RpcException or OperationCanceledException)
        {
        }
    }

    private async Task SendAsync(IClientStreamWriter<SubmitInvoicesRequest> stream, CancellationToken stop)
    {
        foreach (var request in requests) await stream.WriteAsync(request, stop);
        await stream.CompleteAsync();
    }

    private async Task ReadAsync(IAsyncStreamReader<SubmitInvoicesResponse> stream, CancellationToken stop)
    {
        while (await stream.MoveNext(stop))
        {
            if (stream.Current.Error is { } error && Interlocked.Increment(ref _refused) == 1)
                await Console.Error.WriteLineAsync($"An invoice was refused: {error.Message}");
            Interlocked.Increment(ref _answered);
        }
    }
}
