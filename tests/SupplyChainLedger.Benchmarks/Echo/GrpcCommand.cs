using System.Buffers.Binary;
using System.CommandLine;
using Google.Protobuf;
using SupplyChainLedger.Benchmarks.Echo.V1;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary><c>grpc</c></summary>
internal static class GrpcCommand
{
    private const string Method = "/supplychain.ledger.benchmarks.v1.EchoService/Echo";
    private const int MessageBytes = 300;
    private const int FieldHeaderBytes = 3;
    private const int FrameHeaderBytes = 5;
    private const int WarmUp = 200_000;

    public static Command Create()
    {
        var calls = new Option<int>("--calls")
        {
            Description = "How many calls each server answers.",
            DefaultValueFactory = static _ => 400_000,
        };
        var json = JsonOption.Create();
        var command = new Command("grpc", $"Unary calls of {MessageBytes} bytes, {HttpLoad.InFlight} in flight.")
        {
            calls,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await HttpLoad.RequireAsync(cancellation);
            var body = Path.GetTempFileName();
            try
            {
                await File.WriteAllBytesAsync(body, Frame(), cancellation);
                var count = parsed.GetValue(calls);
                var report = await MeasureAsync(body, count, cancellation);
                report.Write(Console.Out, parsed.GetValue(json));
            }
            finally
            {
                File.Delete(body);
            }
        });
        return command;
    }

    private static async Task<WayReport> MeasureAsync(string body, int calls, CancellationToken cancellation)
    {
        var limits = new List<string>();
        var rates = new Dictionary<string, double>();
        var starts = new Dictionary<string, Func<Task<EchoServer>>>
        {
            ["ours"] = () => EchoServer.StartAsync(EchoServerCommand.Ours, cancellation),
            ["kestrel-bare"] = () => EchoServer.StartAsync(EchoServerCommand.Bare, cancellation),
            ["grpc-js"] = () => EchoServer.StartNodeAsync(cancellation),
        };
        foreach (var (name, start) in starts)
        {
            await using var server = await start();
            await HttpLoad.SendAsync(server.Port, Method, body, WarmUp, cancellation);
            var cpu = server.Meter.CpuSeconds;
            var seen = await HttpLoad.SendAsync(server.Port, Method, body, calls, cancellation);
            var used = server.Meter.CpuSeconds - cpu;
            rates[name] = seen.Rate;
            limits.Add($"{name}: {used * 1e6 / calls:F1} us of a core for a call, {used / seen.Seconds:F2} cores, "
                + $"{server.Meter.ResidentMiB} MiB");
        }

        rates.Remove("ours", out var ours);
        return new WayReport("grpc", ours, "calls/s", rates, limits);
    }

    /// <summary>A message of the length, behind its frame's header.</summary>
    private static byte[] Frame()
    {
        var payload = ByteString.CopyFrom(new byte[MessageBytes - FieldHeaderBytes]);
        var frame = new byte[FrameHeaderBytes + MessageBytes];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), MessageBytes);
        new EchoMessage { Payload = payload }.WriteTo(frame.AsSpan(FrameHeaderBytes));
        return frame;
    }
}
