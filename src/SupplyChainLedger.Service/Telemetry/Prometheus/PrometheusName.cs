using System.Text;
using OpenTelemetry.Metrics;

namespace SupplyChainLedger.Service.Telemetry.Prometheus;

/// <summary>
/// Names of metrics and labels as Prometheus has them: the unit in the name, <c>_total</c> on what only grows
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
/// </summary>
internal static class PrometheusName
{
    /// <summary>Name of a metric.</summary>
    public static string Of(Metric metric) =>
        Of(metric.Name, metric.Unit, metric.MetricType is MetricType.LongSum or MetricType.DoubleSum);

    /// <summary>Name of a metric.</summary>
    /// <param name="name">The instrument's name, its parts separated by dots.</param>
    /// <param name="unit">A unit of UCUM, or what is counted in braces.</param>
    /// <param name="onlyGrows">Whether it is a counter.</param>
    public static string Of(string name, string unit, bool onlyGrows)
    {
        var text = OfLabel(name);
        if (WordOf(unit) is { Length: > 0 } word && !text.EndsWith($"_{word}", StringComparison.Ordinal))
            text = $"{text}_{word}";
        return onlyGrows ? $"{text}_total" : text;
    }

    /// <summary>Name of a label.</summary>
    public static string OfLabel(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name) text.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? $"_{text}" : text.ToString();
    }

    private static string WordOf(string unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "1" => "ratio",
        _ when unit.StartsWith('{') => "",
        _ => OfLabel(unit),
    };
}
