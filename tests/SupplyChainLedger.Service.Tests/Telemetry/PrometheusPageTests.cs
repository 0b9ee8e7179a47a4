using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using SupplyChainLedger.Service.Telemetry.Prometheus;

namespace SupplyChainLedger.Service.Tests.Telemetry;

/// <summary>Pages of metrics, read by a parser of the format that others have written.</summary>
public sealed class PrometheusPageTests : IDisposable
{
    private static readonly string Reader =
        RepositoryFolder.At("tests", "SupplyChainLedger.Service.Tests", "Telemetry", "node");

    private readonly Meter _meter = new($"{Guid.NewGuid()}");
    private readonly PrometheusPage _page = new();
    private readonly MeterProvider _provider;

    public PrometheusPageTests() => _provider =
        Sdk.CreateMeterProviderBuilder().AddMeter(_meter.Name).AddReader(_page.Reader).Build();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_counter_has_its_unit_and_total_in_its_name_and_a_series_for_each_label()
    {
        var counter = _meter.CreateCounter<long>("way.bytes", "By", "What went by.");
        counter.Add(3, new KeyValuePair<string, object?>("to.whom", "one"));
        counter.Add(4, new KeyValuePair<string, object?>("to.whom", "two"));
        counter.Add(5, new KeyValuePair<string, object?>("to.whom", "one"));

        var metric = await ReadAsync("way_bytes_total");

        Assert.Equal("COUNTER", (string?)metric["type"]);
        Assert.Equal("What went by.", (string?)metric["help"]);
        var series = metric["metrics"]!.AsArray().ToDictionary(
            static one => (string)one!["labels"]!["to_whom"]!, static one => (string?)one!["value"]);
        Assert.Equal("8", series["one"]);
        Assert.Equal("4", series["two"]);
    }

    [Fact]
    public async Task A_histogram_counts_in_buckets_each_of_which_holds_the_ones_before()
    {
        var histogram = _meter.CreateHistogram(
            "way.duration", "s", "", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in new[] { 0.05, 0.1, 0.5, 7 }) histogram.Record(value);

        var metric = (await ReadAsync("way_duration_seconds"))["metrics"]![0]!;

        Assert.Equal(
            ["+Inf:4", "0.1:2", "1:3"],
            metric["buckets"]!.AsObject()
                .Select(static bucket => $"{bucket.Key}:{bucket.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("4", (string?)metric["count"]);
        Assert.Equal("7.65", (string?)metric["sum"]);
    }

    [Fact]
    public async Task Whatever_stands_in_a_label_comes_back_as_it_was()
    {
        const string Odd = "back\\slash \"quote\" and\nline";
        var odd = new Measurement<double>(-0.5, new KeyValuePair<string, object?>("text", Odd));
        _meter.CreateObservableGauge("odd", () => odd, unit: null, "a\\b\nc");

        var metric = await ReadAsync("odd");

        Assert.Equal("GAUGE", (string?)metric["type"]);
        Assert.Equal(Odd, (string?)metric["metrics"]![0]!["labels"]!["text"]);
        Assert.Equal("-0.5", (string?)metric["metrics"]![0]!["value"]);
    }

    [Fact]
    public void What_is_only_looked_at_is_looked_at_for_each_page()
    {
        var looks = 0;
        _meter.CreateObservableGauge("looks", () => ++looks);

        _page.Write();

        Assert.Contains("\nlooks 2\n", _page.Write(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intents", "{intent}", true, "intents_total")]
    [InlineData("head_age", "s", false, "head_age_seconds")]
    [InlineData("price", "wei", false, "price_wei")]
    [InlineData("a.b-c", "", false, "a_b_c")]
    [InlineData("time.seconds", "s", false, "time_seconds")]
    public void Names_follow_the_conventions(string name, string unit, bool onlyGrows, string expected) =>
        Assert.Equal(expected, PrometheusName.Of(name, unit, onlyGrows));

    public void Dispose()
    {
        _provider.Dispose();
        _page.Dispose();
        _meter.Dispose();
    }

    private async Task<JsonNode> ReadAsync(string name)
    {
        await NodePackages.EnsureAsync(Reader, Cancellation);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, _page.Write(), Cancellation);
            var run = await ToolRun.OfAsync(Reader, "node", ["read.mjs", path], Cancellation);
            Assert.True(run.ExitCode == 0, run.Everything);
            return JsonNode.Parse(run.Output)!.AsArray().Single(one => (string?)one!["name"] == name)!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
