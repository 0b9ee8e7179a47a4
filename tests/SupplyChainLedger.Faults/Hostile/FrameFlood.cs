using System.Net.Sockets;

namespace SupplyChainLedger.Faults.Hostile;

/// <summary>A connection that sends the same frames again and again, and reads nothing.</summary>
internal static class FrameFlood
{
    private const int FramesAtOnce = 200;

    /// <summary>Sends until so many are sent, the time is over, or the service closes the connection.</summary>
    /// <param name="service">gRPC over HTTP/2 in plain text.</param>
    /// <param name="first">What comes before the flood.</param>
    /// <param name="frame">The frame by its number from 0.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="limit">How long at most.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were sent, and whether the service has closed the connection.</returns>
    public static async Task<(int Sent, bool IsClosed)> SendAsync(
        Uri service, byte[] first, Func<int, byte[]> frame, int most, TimeSpan limit, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        using var client = new TcpClient();
        await client.ConnectAsync(service.Host, service.Port, cancellation);
        var stream = client.GetStream();
        var sent = 0;
        try
        {
            await stream.WriteAsync((byte[])[.. Http2Frame.Preface, .. first], time.Token);
            while (sent < most)
            {
                var frames = Enumerable.Range(sent, FramesAtOnce).SelectMany(frame).ToArray();
                await stream.WriteAsync(frames, time.Token);
                sent += FramesAtOnce;
            }

            return (sent, false);
        }
        catch (IOException)
        {
            return (sent, true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The service has stopped reading from whoever does not read.
            return (sent, false);
        }
    }
}
