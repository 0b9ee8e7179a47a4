using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Client.Testing;

namespace SupplyChainLedger.Cli.Tests;

/// <summary>Runs command lines against a ledger in memory, with the keys of its participants.</summary>
internal sealed class CliStage(RunningLedger running, string dataFolder) : IAsyncDisposable
{
    public MemoryLedger Ledger => running.Ledger;

    public Uri Service => running.Address;

    public string Samples { get; } = Directory.CreateTempSubdirectory("scl-samples-").FullName;

    public static async Task<CliStage> OpenAsync(KeyFiles keys) =>
        new(await RunningLedger.StartAsync(TestContext.Current.CancellationToken), keys.Folder);

    public Task<CliRun> RunAsync(params string[] arguments) => RunAsync(
        [.. arguments, "--service", $"{Service}", "--data", dataFolder], TestContext.Current.CancellationToken);

    /// <summary>Runs a command line with nothing but what it says.</summary>
    public static async Task<CliRun> RunAsync(
        string[] arguments,
        CancellationToken cancellation,
        Func<string, string?>? environment = null,
        StringWriter? output = null)
    {
        output ??= new StringWriter();
        var error = new StringWriter();
        var surroundings = new Surroundings(
            output,
            error,
            OutputIsTerminal: false,
            ErrorIsTerminal: false,
            InputIsTerminal: false,
            environment ?? (_ => null),
            TimeProvider.System);
        var code = await CommandTree.RunAsync(arguments, surroundings, cancellation);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Writes an invoice and returns its path.</summary>
    public string Write(SampleInvoice invoice) => invoice.WriteTo(Samples);

    /// <summary>Submits an invoice and returns its name.</summary>
    public Task<string> SubmitAsync(string number) => SubmitAsync(new SampleInvoice(number));

    /// <summary>Submits an invoice and returns its name.</summary>
    public async Task<string> SubmitAsync(SampleInvoice invoice)
    {
        var run = await RunAsync(
            "invoice", "submit", Write(invoice), "--as", "tier1-brakes", "--buyer", "core-motors", "--json");
        return run.Ends(ExitCode.Done).Json.At("invoice", "name");
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Samples, recursive: true);
        await running.DisposeAsync();
    }
}
