namespace SupplyChainLedger.Cli.Tests;

public sealed class SimilarInvoiceTests(KeyFiles keys)
{
    [Fact]
    public async Task The_like_of_a_recorded_invoice_is_shown_with_grade_and_reason()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var first = await stage.SubmitAsync("R-1");
        var second = await stage.SubmitAsync("R-2");

        var run = (await stage.RunAsync("invoice", "similar", first)).Ends(ExitCode.Done);
        var json = (await stage.RunAsync("invoice", "similar", first["invoices/".Length..], "--json"))
            .Ends(ExitCode.Done);

        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("GRADE ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("likely  R-2 ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            $"{second}  same parties, amount and date of issue, another number", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, json.Json.GetProperty("similarInvoices").GetArrayLength());
    }

    [Fact]
    public async Task A_file_is_compared_before_it_is_signed()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");
        var file = stage.Write(new SampleInvoice("R-1 A"));

        var run = await stage.RunAsync(
            "invoice", "similar", file, "--supplier", "tier1-brakes", "--buyer", "core-motors");

        Assert.Contains("likely  R-1 ", run.Ends(ExitCode.Done).Output, StringComparison.Ordinal);
        Assert.Single(stage.Ledger.Invoices);
    }

    [Fact]
    public async Task Where_nothing_is_similar_that_is_said_and_nothing_is_written()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var only = await stage.SubmitAsync("R-1");

        var run = (await stage.RunAsync("invoice", "similar", only)).Ends(ExitCode.Done);

        Assert.Equal("", run.Output.Trim());
        Assert.Contains("Nothing on the ledger is similar.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_its_parties_is_a_mistake_that_is_explained()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = (await stage.RunAsync("invoice", "similar", "some.xml")).Ends(ExitCode.Usage);

        Assert.Contains("--supplier HANDLE --buyer HANDLE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_invoice_is_refused_as_on_submission()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = (await stage.RunAsync(
            "invoice", "similar", Path.Combine(stage.Samples, "none.xml"), "--supplier", "tier1-brakes",
            "--buyer", "core-motors")).Ends(ExitCode.Refused);

        Assert.Contains("refused: ", run.Error, StringComparison.Ordinal);
    }
}
