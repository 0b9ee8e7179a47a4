using SupplyChainLedger.Faults.Staging;

namespace SupplyChainLedger.Faults.Reporting;

/// <summary>What the service itself has to say after a scenario has failed, for whoever looks for the reason.</summary>
internal static class Testimony
{
    private const int LastLines = 30;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks how it is, ends it and quotes the end of its log.</summary>
    public static async Task<string> OfAsync(Stage stage, CancellationToken cancellation)
    {
        if (!stage.IsRunning) return "The service does not run.";
        var readiness = await ReadinessAsync(stage, cancellation);
        await stage.Service.KillAsync(cancellation);
        var log = (await stage.Service.ErrorsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', log.TakeLast(LastLines).Prepend($"Readiness: {readiness}"));
    }

    private static async Task<string> ReadinessAsync(Stage stage, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var answer = await http.GetAsync(new Uri(stage.Service.Web, "/readyz"), cancellation);
            return (await answer.Content.ReadAsStringAsync(cancellation)).Trim();
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return fault.Message;
        }
    }
}
