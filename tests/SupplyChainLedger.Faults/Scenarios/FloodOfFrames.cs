using System.Diagnostics;
using SupplyChainLedger.Faults.Hostile;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Clients that flood the service with frames which cost them nothing, while others work.</summary>
/// <param name="kind">What the frames are.</param>
/// <param name="first">What comes before them on each connection.</param>
/// <param name="frame">The frame by its number.</param>
/// <param name="mustClose">Whether the service has to break off.</param>
internal sealed class FloodOfFrames(string kind, byte[] first, Func<int, byte[]> frame, bool mustClose) : Scenario
{
    private const int Connections = 4;
    private const int Frames = 1_000_000;
    private const long MostGrowth = 100L << 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    private static readonly byte[] Headers = Http2Frame.CallHeaders("/supplychain.ledger.v1.StatusService/GetStatus");

    /// <summary>All kinds.</summary>
    public static IEnumerable<Scenario> Kinds { get; } =
    [
        new FloodOfFrames("pings", [], static _ => Http2Frame.Of(Http2FrameType.Ping, 0, 0, new byte[8]), false),
        new FloodOfFrames(
            "settings", [], static _ => Http2Frame.Of(Http2FrameType.Settings, 0, 0, [0, 3, 0, 0, 0, 100]), false),
        new FloodOfFrames(
            "continuations",
            Http2Frame.Of(Http2FrameType.Headers, 0, 1, Headers),
            static number => Http2Frame.Of(
                Http2FrameType.Continuation, 0, 1, Http2Frame.Header($"x-{number}", new string('a', 100))),
            true),
        new FloodOfFrames(
            "streams", [], static number => Http2Frame.Of(Http2FrameType.Headers, 4, 2 * number + 1, Headers), false),
        new FloodOfFrames(
            "empty-data",
            Http2Frame.Of(Http2FrameType.Headers, 4, 1, Headers),
            static _ => Http2Frame.Of(Http2FrameType.Data, 0, 1, []),
            false),
    ];

    public override IReadOnlyList<int> Rows => [40];

    public override string Name => $"flood-of-{kind}";

    public override string Expectation => mustClose
        ? "the connection is closed; others are answered all the while"
        : "others are answered all the while, and memory stays flat";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(20, cancellation);
        var before = ProcessMemory.Resident(stage.Service.ProcessId);
        var floods = Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => FrameFlood.SendAsync(
            stage.Service.Grpc, first, frame, Frames, Limit, cancellation)));
        var longest = TimeSpan.Zero;
        while (!floods.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            ScenarioFailed.Unless(await stage.Load.Claim().SendAsync(cancellation), "a claim was not taken meanwhile");
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        var ends = await floods;
        var growth = ProcessMemory.Resident(stage.Service.ProcessId) - before;
        var closed = ends.Count(static one => one.IsClosed);
        ScenarioFailed.Unless(!mustClose || closed == Connections, $"{closed} of {Connections} connections were closed");
        ScenarioFailed.Unless(longest < Slowest, $"another client waited {longest.TotalSeconds:0.0} s");
        ScenarioFailed.Unless(growth < MostGrowth, $"{growth >> 20} MiB more memory are in use");
        return $"{ends.Sum(static one => one.Sent)} frames, {closed} of {Connections} closed; "
            + $"others waited {longest.TotalMilliseconds:0} ms at most; {growth >> 20:+0;-0;0} MiB";
    }
}
