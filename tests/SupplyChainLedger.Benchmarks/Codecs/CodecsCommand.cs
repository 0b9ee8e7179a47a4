using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.EndToEnd.Stage.Services;

namespace SupplyChainLedger.Benchmarks.Codecs;

/// <summary><c>codecs</c></summary>
internal static class CodecsCommand
{
    private const double NanosecondsPerMicrosecond = 1_000;

    private static readonly Type[] All =
    [
        typeof(KeccakBenchmark), typeof(RlpBenchmark), typeof(AbiBenchmark), typeof(TypedDataBenchmark),
        typeof(SignatureBenchmark), typeof(ProtobufBenchmark), typeof(UblBenchmark), typeof(FingerprintBenchmark),
    ];

    public static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Which ones, as *Keccak* or *Signature.Recover*.",
            DefaultValueFactory = static _ => "*",
        };
        var thorough = new Option<bool>("--thorough") { Description = "Measures for longer, for closer figures." };
        var json = JsonOption.Create();
        var command = new Command("codecs", "Codecs and cryptography, one call at a time.")
        {
            filter,
            thorough,
            json,
        };
        command.SetAction(parsed =>
        {
            using var folder = new TemporaryFolder();
            var config = Config(folder.Path, parsed.GetValue(thorough), parsed.GetValue(json));
            var summaries = BenchmarkSwitcher.FromTypes(All).Run(["--filter", parsed.GetValue(filter)!], config);
            var reports = summaries.SelectMany(static summary => summary.Reports).ToList();
            foreach (var report in reports) Tell(report).Write(Console.Out, parsed.GetValue(json));
            return reports.Count > 0 && reports.All(static report => report.Success) ? 0 : 1;
        });
        return command;
    }

    /// <summary>Within this process, so that nothing is built while others wait for the machine.</summary>
    private static ManualConfig Config(string folder, bool thorough, bool silent) => ManualConfig.CreateEmpty()
        .AddJob((thorough ? Job.Default : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(silent ? NullLogger.Instance : ConsoleLogger.Default)
        .WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(folder);

    private static WayReport Tell(BenchmarkReport report)
    {
        var target = report.BenchmarkCase.Descriptor;
        var subject = target.Type.Name.Replace("Benchmark", "", StringComparison.Ordinal);
        var seen = report.ResultStatistics;
        return new WayReport(
            $"{subject}.{target.WorkloadMethod.Name}",
            (seen?.Mean ?? 0) / NanosecondsPerMicrosecond,
            "us",
            WayReport.NoPeers,
            [
                $"plus or minus {(seen?.StandardError ?? 0) / NanosecondsPerMicrosecond:F2} us, "
                + $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0} bytes allocated",
            ]);
    }
}
