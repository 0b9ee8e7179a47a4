using System.Diagnostics;
using System.Text.Json;
using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests.Cli;

/// <summary>The built <c>scl</c> in a process of its own, for one running service and its keys.</summary>
internal sealed class SclCommand(RunningService service)
{
    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "scl.dll");

    private string[] Common => ["--service", $"{service.Grpc}", "--data", service.DataFolder];

    /// <summary>Runs a command line to its end.</summary>
    public Task<ToolRun> RunAsync(params string[] arguments) => RunAloneAsync([.. arguments, .. Common]);

    /// <summary>Runs a command line that needs no service to its end.</summary>
    public static Task<ToolRun> RunAloneAsync(params string[] arguments) => ToolRun.OfAsync(
        RepositoryFolder.Root,
        ServiceCommand.Host,
        [Program, .. arguments],
        TestContext.Current.CancellationToken);

    /// <summary>Runs a command line with <c>--json</c>, and returns the one object that it writes.</summary>
    public async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Everything);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    /// <summary>Starts a command line that goes on until it is ended (Linux).</summary>
    // A shell that runs the tests in the background has its children ignore Ctrl-C; this one is to hear it.
    public Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", ServiceCommand.Host, Program, .. arguments, .. Common])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
