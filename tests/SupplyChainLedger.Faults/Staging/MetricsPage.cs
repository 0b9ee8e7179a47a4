using System.Globalization;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>What a service's page of metrics said at one moment.</summary>
internal sealed class MetricsPage
{
    private readonly Dictionary<string, double> _values;

    private MetricsPage(string text)
    {
        Text = text;
        _values = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line[0] != '#')
            .ToDictionary(static line => line[..line.LastIndexOf(' ')], static line => double.Parse(
                line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The page.</summary>
    public string Text { get; }

    /// <summary>A value by its name and labels, without the prefix that all of them have.</summary>
    /// <exception cref="ScenarioFailed">There is none of this name.</exception>
    public double this[string series] => _values.TryGetValue($"supplychainledger_{series}", out var value)
        ? value
        : throw new ScenarioFailed($"the page of metrics has no {series}");

    /// <summary>Reads the page of a service.</summary>
    public static async Task<MetricsPage> ReadAsync(Uri web, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        return new MetricsPage(await http.GetStringAsync(new Uri(web, "/metrics"), cancellation));
    }
}
