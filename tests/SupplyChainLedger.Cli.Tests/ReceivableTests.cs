using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Tests;

public sealed class ReceivableTests(KeyFiles keys)
{
    [Fact]
    public async Task A_part_passes_on_once_its_recipient_accepts()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var proposed = await stage.DoneAsync(
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--amount", "100.50",
            "--trade-document", stage.Write(new SampleInvoice("PO-1")), "--json");
        var part = proposed.Json.At("holding", "name");
        var waiting = await stage.DoneAsync("receivable", "holdings", "--counterparty", "tier2-steel");
        await stage.DoneAsync("receivable", "accept", part, "--as", "tier2-steel");

        Assert.Contains("Signing ProposeTransfer as tier1-brakes", proposed.Error, StringComparison.Ordinal);
        Assert.Contains("100.50 EUR", proposed.Error, StringComparison.Ordinal);
        Assert.Contains("trade document   SHA-256 0x", proposed.Error, StringComparison.Ordinal);
        Assert.Contains(part, waiting.Output, StringComparison.Ordinal);
        Assert.Equal("participants/tier2-steel", stage.Ledger.Holding(part).Holder);
        Assert.Equal(33_690 - 10_050, stage.Ledger.Holding(holding).Amount.MinorUnits);
    }

    [Fact]
    public async Task What_is_declined_or_taken_back_stays_with_its_holder()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        string[] transfer =
        [
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--amount", "10.00",
            "--json",
        ];

        var declined = (await stage.DoneAsync(transfer)).Json.At("holding", "name");
        await stage.DoneAsync("receivable", "decline", declined, "--as", "tier2-steel", "--reason", "Not our order");
        var withdrawn = (await stage.DoneAsync(transfer)).Json.At("holding", "name");
        var run = await stage.DoneAsync("receivable", "withdraw", withdrawn, "--as", "tier1-brakes");

        Assert.Contains("takes back", run.Error, StringComparison.Ordinal);
        Assert.All([declined, withdrawn], part =>
        {
            Assert.Equal("participants/tier1-brakes", stage.Ledger.Holding(part).Holder);
            Assert.Equal(HoldingStep.AtRest, stage.Ledger.Holding(part).Step);
        });
    }

    [Fact]
    public async Task Nothing_is_signed_to_take_back_what_nobody_began()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var run = await stage.RunAsync("receivable", "withdraw", holding, "--as", "tier1-brakes");

        Assert.Contains("nothing of that kind to take back", run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Signing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_holding_and_more_than_there_is_are_refused()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        await stage.RefusedAsync(
            "NOT_THE_HOLDER", "receivable", "transfer", holding, "--as", "tier2-steel", "--to", "tier1-brakes");
        await stage.RefusedAsync(
            "AMOUNT_OUT_OF_RANGE",
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--amount", "336.91");
        await stage.RefusedAsync("NOTHING_DUE", "receivable", "deadline", holding, "--as", "bank-east");
    }

    [Theory]
    [InlineData("0", "not positive")]
    [InlineData("1,50", "not a plain number")]
    [InlineData("1.005", "more decimals than EUR")]
    public async Task An_amount_that_cannot_be_meant_is_not_signed(string amount, string hint)
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var run = await stage.RunAsync(
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--amount", amount);

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Signing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_names_every_tier_and_ends_with_the_obligor()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        var proposed = await stage.DoneAsync(
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--json");
        var part = proposed.Json.At("holding", "name");
        await stage.DoneAsync("receivable", "accept", part, "--as", "tier2-steel");

        var path = await stage.DoneAsync("receivable", "trace", part);

        Assert.Contains("tier2-steel", path.Output, StringComparison.Ordinal);
        Assert.Contains("tier1-brakes", path.Output, StringComparison.Ordinal);
        Assert.Contains("Owed by core-motors for invoice R-1", path.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_stay_within_a_hundred_columns()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        await stage.RequestedAsync(holding);
        string[][] lists =
        [
            ["receivable", "list"], ["receivable", "holdings"], ["financing", "list"], ["rulebook", "list"],
            ["financing", "open", "--financier", "bank-east"], ["settlement", "due", "--payer", "core-motors"],
            ["financing", "financeable", "--holder", "tier1-brakes"],
        ];

        foreach (var list in lists)
        {
            var run = await stage.DoneAsync(list);
            Assert.NotEmpty(run.Output);
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        }
    }

    [Fact]
    public async Task A_receivable_is_shown_with_who_holds_it()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        var receivable = holding.Replace("holdings/", "receivables/", StringComparison.Ordinal);

        var whole = await stage.DoneAsync("receivable", "show", receivable);
        var part = await stage.DoneAsync("receivable", "show", holding, "--json");
        var wrong = await stage.RunAsync("receivable", "show", "holdings/12");

        Assert.Contains("Outstanding", whole.Output, StringComparison.Ordinal);
        Assert.Contains(holding, whole.Output, StringComparison.Ordinal);
        Assert.Equal(holding, part.Json.At("holding", "name"));
        Assert.Contains("neither a receivable nor", wrong.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
    }
}
