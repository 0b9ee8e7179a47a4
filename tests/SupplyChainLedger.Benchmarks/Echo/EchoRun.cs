using System.Buffers.Binary;
using Google.Protobuf;
using SupplyChainLedger.Benchmarks.Echo.V1;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary>One server under the load.</summary>
internal static class EchoRun
{
    /// <summary>Length of a message in bytes.</summary>
    public const int MessageBytes = 300;

    private const string Method = "/supplychain.ledger.benchmarks.v1.EchoService/Echo";
    private const int FieldHeaderBytes = 3;
    private const int FrameHeaderBytes = 5;

    /// <summary>Until the methods are compiled at their best.</summary>
    private const int WarmUp = 200_000;

    /// <summary>Each server, and how it is started.</summary>
    public static IReadOnlyDictionary<string, Func<CancellationToken, Task<EchoServer>>> Servers { get; } =
        new Dictionary<string, Func<CancellationToken, Task<EchoServer>>>
        {
            ["ours"] = static cancellation => EchoServer.StartAsync(EchoServerCommand.Ours, cancellation),
            ["kestrel-bare"] = static cancellation => EchoServer.StartAsync(EchoServerCommand.Bare, cancellation),
            ["grpc-js"] = EchoServer.StartNodeAsync,
        };

    /// <summary>Starts a server, warms it up and measures it.</summary>
    /// <param name="name">One of <see cref="Servers"/>.</param>
    /// <param name="calls">How many calls it answers.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<EchoFigures> OfAsync(string name, int calls, CancellationToken cancellation)
    {
        await HttpLoad.RequireAsync(cancellation);
        var body = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(body, Frame(), cancellation);
            await using var server = await Servers[name](cancellation);
            await HttpLoad.SendAsync(server.Port, Method, body, WarmUp, cancellation);
            var cpu = server.Meter.CpuSeconds;
            var seen = await HttpLoad.SendAsync(server.Port, Method, body, calls, cancellation);
            var used = server.Meter.CpuSeconds - cpu;
            return new EchoFigures(
                seen.Rate,
                $"{name}: {used * 1e6 / calls:F1} us of a core for a call, {used / seen.Seconds:F2} cores, "
                + $"{server.Meter.ResidentMiB} MiB");
        }
        finally
        {
            File.Delete(body);
        }
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

/// <summary>What was seen.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Limits">What it took, in words.</param>
internal sealed record EchoFigures(double Rate, string Limits);
