using System.CommandLine;

namespace SupplyChainLedger.Benchmarks.Reporting;

/// <summary><c>--json</c></summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Tells each figure as one line of JSON." };
}
