using System.Globalization;
using System.Text.RegularExpressions;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary>Load by <c>h2load</c>, a program of nghttp2.</summary>
internal static partial class HttpLoad
{
    private const int Connections = 4;
    private const int StreamsEach = 25;

    /// <summary>In flight at any time.</summary>
    public const int InFlight = Connections * StreamsEach;

    /// <summary>Sends one request after the other on each stream.</summary>
    /// <param name="port">The server's, on the loopback.</param>
    /// <param name="path">The method.</param>
    /// <param name="body">File with the body of each request.</param>
    /// <param name="requests">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or a request has failed.</exception>
    public static async Task<HttpLoadFigures> SendAsync(
        int port, string path, string body, int requests, CancellationToken cancellation)
    {
        var run = await ToolRun.OfAsync(
            Path.GetTempPath(),
            "h2load",
            [
                "-n", Text(requests), "-c", Text(Connections), "-m", Text(StreamsEach), "-t", "1", "-d", body,
                "-H", "content-type: application/grpc", "-H", "te: trailers",
                $"http://127.0.0.1:{Text(port)}{path}",
            ],
            cancellation);
        var rate = Finished().Match(run.Output);
        var succeeded = Succeeded().Match(run.Output);
        if (!rate.Success || !succeeded.Success || Number(succeeded.Groups[1].Value) != requests)
            throw new InvalidOperationException($"h2load could not send its load: {run.Everything}");
        return new HttpLoadFigures(requests, Number(rate.Groups[1].Value));
    }

    /// <summary>Says what to install where it is missing.</summary>
    public static async Task RequireAsync(CancellationToken cancellation)
    {
        try
        {
            await ToolRun.OfAsync(Path.GetTempPath(), "h2load", ["--version"], cancellation);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidOperationException(
                "This benchmark needs h2load: apt-get install nghttp2-client, or your system's package of nghttp2.",
                fault);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"finished in [\d.a-z]+, ([\d.]+) req/s")]
    private static partial Regex Finished();

    [GeneratedRegex(@"status codes: (\d+) 2xx")]
    private static partial Regex Succeeded();
}

/// <summary>What was seen.</summary>
/// <param name="Requests">Answered.</param>
/// <param name="Rate">Requests per second.</param>
internal sealed record HttpLoadFigures(int Requests, double Rate)
{
    /// <summary>How long it took.</summary>
    public double Seconds => Requests / Rate;
}
