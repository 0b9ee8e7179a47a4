extern alias sdk;

using System.CommandLine;
using System.Diagnostics;
using Grpc.Core;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Growth;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Grpc.Client;

namespace SupplyChainLedger.Benchmarks.Streaming;

/// <summary><c>stream</c></summary>
internal static class StreamCommand
{
    private const int Passes = 3;

    public static Command Create()
    {
        var invoices = InvoicesOption.Create();
        invoices.DefaultValueFactory = static _ => 200_000;
        var json = JsonOption.Create();
        var command = new Command("stream", "A subscriber of the events that catches up from the beginning.")
        {
            invoices,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var ledger = await GrownLedger.PrepareAsync(cancellation);
            await ledger.GrowAsync(parsed.GetValue(invoices), cancellation);
            await using var service = await ledger.StartAsync(cancellation);
            ProcessMeter[] meters =
                [new("service", service.ProcessId), new("subscriber, this process", Environment.ProcessId)];
            for (var i = 1; i < Passes; i++) await CatchUpAsync(service.Grpc, cancellation);
            var cpu = meters.Select(static meter => meter.CpuSeconds).ToList();
            var clock = Stopwatch.StartNew();
            var events = await CatchUpAsync(service.Grpc, cancellation);
            var seconds = clock.Elapsed.TotalSeconds;
            new WayReport(
                "stream",
                events / seconds,
                "events/s",
                WayReport.NoPeers,
                [
                    $"{events} events in {seconds:F1} s, at the {Passes}rd time; each read into its message",
                    .. meters.Select((meter, i) =>
                        $"{meter.Name}: {(meter.CpuSeconds - cpu[i]) * 1e6 / events:F1} us of a core for an event"),
                ]).Write(Console.Out, parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>Reads every event up to where nothing more is there.</summary>
    private static async Task<int> CatchUpAsync(Uri service, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(service);
        var client = new EventService.EventServiceClient(channel.CreateCallInvoker());
        using var call = client.WatchEvents(new WatchEventsRequest(), cancellationToken: cancellation);
        var events = 0;
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
        {
            if (message.CaughtUp is not null) return events;
            events++;
        }

        throw new InvalidOperationException($"The stream ended after {events} events.");
    }
}
