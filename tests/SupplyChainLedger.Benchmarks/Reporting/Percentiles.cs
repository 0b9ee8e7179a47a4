namespace SupplyChainLedger.Benchmarks.Reporting;

/// <summary>How long most took, and the slowest.</summary>
/// <param name="P50">Half took no longer, in milliseconds.</param>
/// <param name="P99">All but a hundredth took no longer.</param>
/// <param name="Worst">None took longer.</param>
internal sealed record Percentiles(double P50, double P99, double Worst)
{
    public static Percentiles Of(List<double> milliseconds)
    {
        milliseconds.Sort();
        return new Percentiles(
            milliseconds[milliseconds.Count / 2], milliseconds[milliseconds.Count * 99 / 100], milliseconds[^1]);
    }

    public override string ToString() => $"p50 {P50:F2} ms, p99 {P99:F2} ms, worst {Worst:F2} ms";
}
