namespace SupplyChainLedger.Cli.Tests;

/// <summary>What a receivable goes through, typed as command lines.</summary>
internal static class Lifecycle
{
    /// <summary>Submits an invoice of 336.90 EUR and confirms it; returns its first holding.</summary>
    public static async Task<string> ConfirmedAsync(this CliStage stage, string number = "R-1")
    {
        var invoice = await stage.SubmitAsync(number);
        (await stage.RunAsync("invoice", "confirm", invoice, "--as", "core-motors")).Ends(ExitCode.Done);
        return invoice.Replace("invoices/", "holdings/", StringComparison.Ordinal);
    }

    /// <summary>Asks for sealed offers on 100.00 EUR of a holding; returns the part.</summary>
    public static async Task<string> RequestedAsync(this CliStage stage, string holding, params string[] more)
    {
        var run = await stage.RunAsync([
            "financing", "request", holding, "--as", "tier1-brakes", "--amount", "100.00", "--lowest", "95.00",
            "--json", .. more,
        ]);
        return run.Ends(ExitCode.Done).Json.At("financing", "holding");
    }

    /// <summary>Offers an advance for a part; returns the offer.</summary>
    public static async Task<string> OfferedAsync(this CliStage stage, string part, string financier, string advance)
    {
        var run = await stage.RunAsync(
            "financing", "offer", part, "--as", financier, "--advance", advance, "--discount", "4.85", "--json");
        return run.Ends(ExitCode.Done).Json.At("offer", "name");
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<CliRun> DoneAsync(this CliStage stage, params string[] arguments) =>
        (await stage.RunAsync(arguments)).Ends(ExitCode.Done);

    /// <summary>Runs a command that must be refused for a reason.</summary>
    public static async Task RefusedAsync(this CliStage stage, string reason, params string[] arguments)
    {
        var run = (await stage.RunAsync(arguments)).Ends(ExitCode.Refused);
        Assert.Empty(run.Output);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
