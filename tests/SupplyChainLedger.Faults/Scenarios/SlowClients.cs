using System.Net.Sockets;
using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Many connections that send their headers a byte at a time, on both endpoints.</summary>
internal sealed class SlowClients : Scenario
{
    private const int Connections = 200;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    public override IReadOnlyList<int> Rows => [39];

    public override string Name => "slow-clients";

    public override string Expectation => "they are dropped when their time for headers is over; others are served";

    public override bool IsLong => true;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        var dropped = Task.WhenAll(
            Enumerable.Range(0, Connections).Select(_ => UntilDroppedAsync(stage.Service.Web, cancellation)));
        while (!dropped.IsCompleted)
        {
            var claim = stage.Load.Claim();
            ScenarioFailed.Unless(await claim.SendAsync(cancellation), "a claim was not taken meanwhile");
            await Patience.ForAsync(Pace, cancellation);
        }

        await dropped;
        return $"{Connections} connections, {stage.Load.Acknowledged.Count()} claims taken meanwhile";
    }

    private static async Task UntilDroppedAsync(Uri endpoint, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, cancellation);
        var stream = client.GetStream();
        var end = stream.ReadAsync(new byte[1024], limit.Token).AsTask();
        try
        {
            await stream.WriteAsync("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), limit.Token);
            while (!end.IsCompleted)
            {
                await stream.WriteAsync("a"u8.ToArray(), limit.Token);
                await Patience.ForAsync(Pace, limit.Token);
            }
        }
        catch (IOException)
        {
            // Dropped.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ScenarioFailed($"a slow client was still connected after {Limit.TotalSeconds} s");
        }
    }
}
