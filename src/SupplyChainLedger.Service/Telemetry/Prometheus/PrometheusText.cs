using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SupplyChainLedger.Service.Telemetry.Prometheus;

/// <summary>
/// The text-based exposition format, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
/// </summary>
internal static class PrometheusText
{
    /// <summary>The format's media type.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes a metric with all its series.</summary>
    public static void Write(StringBuilder page, Metric metric)
    {
        var name = PrometheusName.Of(metric);
        if (metric.Description.Length > 0)
        {
            page.Append("# HELP ").Append(name).Append(' ');
            Escape(page, metric.Description, isLabel: false);
            page.Append('\n');
        }

        page.Append("# TYPE ").Append(name).Append(' ').Append(KindOf(metric)).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType.IsHistogram()) WriteHistogram(page, name, point);
            else WriteLine(page, name, point.Tags, ValueOf(metric, point));
        }
    }

    private static void WriteHistogram(StringBuilder page, string name, in MetricPoint point)
    {
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            WriteLine(page, $"{name}_bucket", point.Tags, count, Number(bucket.ExplicitBound));
        }

        WriteLine(page, $"{name}_sum", point.Tags, point.GetHistogramSum());
        WriteLine(page, $"{name}_count", point.Tags, count);
    }

    private static void WriteLine(
        StringBuilder page, string name, ReadOnlyTagCollection tags, double number, string? bound = null)
    {
        page.Append(name);
        var separator = '{';
        foreach (var (key, text) in tags)
        {
            var value = Convert.ToString(text, CultureInfo.InvariantCulture);
            WriteLabel(page, separator, PrometheusName.OfLabel(key), value);
            separator = ',';
        }

        if (bound is not null)
        {
            WriteLabel(page, separator, "le", bound);
            separator = ',';
        }

        if (separator == ',') page.Append('}');
        page.Append(' ').Append(Number(number)).Append('\n');
    }

    private static void WriteLabel(StringBuilder page, char separator, string name, string? value)
    {
        page.Append(separator).Append(name).Append("=\"");
        Escape(page, value ?? "", isLabel: true);
        page.Append('"');
    }

    private static void Escape(StringBuilder page, string text, bool isLabel)
    {
        foreach (var letter in text)
        {
            if (letter == '\n') page.Append("\\n");
            else if (letter == '\\' || (isLabel && letter == '"')) page.Append('\\').Append(letter);
            else page.Append(letter);
        }
    }

    private static double ValueOf(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static string KindOf(Metric metric) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.Histogram => "histogram",
        _ => "gauge",
    };

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
