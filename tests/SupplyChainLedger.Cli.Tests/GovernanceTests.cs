namespace SupplyChainLedger.Cli.Tests;

public sealed class GovernanceTests(KeyFiles keys)
{
    [Fact]
    public async Task Above_the_threshold_one_key_is_refused_and_two_are_taken()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var invoice = await stage.SubmitAsync("R-1");
        await stage.DoneAsync(
            "participant", "threshold", "--as", "core-motors", "--currency", "EUR", "--amount", "100.00");

        await stage.RefusedAsync(
            "SECOND_SIGNATURE_REQUIRED", "invoice", "confirm", invoice, "--as", "core-motors");
        var run = await stage.DoneAsync(
            "invoice", "confirm", invoice, "--as", "core-motors", "--second-key", "core-motors-2", "--json");

        Assert.Equal("INVOICE_STATE_CONFIRMED", run.Json.At("invoice", "state"));
    }

    [Fact]
    public async Task A_second_key_of_somebody_else_is_told_before_anything_is_sent()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var invoice = await stage.SubmitAsync("R-1");

        await stage.RefusedAsync(
            "SIGNER_NOT_REGISTERED",
            "invoice", "confirm", invoice, "--as", "core-motors", "--second-key", "bank-east-2");
        var missing = await stage.RunAsync(
            "invoice", "confirm", invoice, "--as", "core-motors", "--second-key", "core-motors-3");

        Assert.Contains("no key of 'core-motors-3'", missing.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Single(stage.Ledger.Arrivals);
    }

    [Fact]
    public async Task What_a_buyer_gives_up_is_part_of_what_it_signs()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var invoice = await stage.SubmitAsync("R-1");

        var run = await stage.DoneAsync(
            "invoice", "confirm", invoice, "--as", "core-motors", "--irrevocable", "--waive-defences");

        Assert.Contains("irrevocable       yes", run.Error, StringComparison.Ordinal);
        Assert.Contains("defences waived   yes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_begin_with_a_preset_and_differ_where_said()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var proposed = await stage.DoneAsync(
            "rulebook", "propose", "--as", "operator", "--preset", "cn-77", "--grace", "3", "--currencies", "CNY,EUR",
            "--trade-document", "false", "--name", "stricter", "--effective-from", "7d", "--json");
        var shown = await stage.DoneAsync("rulebook", "show", "2", "--json");
        var inForce = await stage.DoneAsync("rulebook", "show");

        Assert.Contains("registration     needed", proposed.Error, StringComparison.Ordinal);
        var rules = shown.Json.GetProperty("rules");
        Assert.Equal("stricter", rules.GetProperty("displayName").GetString());
        Assert.Equal(180, rules.GetProperty("standardTenorDays").GetInt32());
        Assert.Equal(3, rules.GetProperty("graceDays").GetInt32());
        Assert.Equal(2, rules.GetProperty("currencyCodes").GetArrayLength());
        Assert.False(rules.TryGetProperty("tradeDocumentRequired", out _));
        Assert.Contains("1, open", inForce.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_preset_a_proposal_begins_with_the_rules_in_force()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        await stage.DoneAsync("rulebook", "propose", "--as", "operator", "--max-hands", "5");

        var rules = stage.Ledger.RuleVersions[^1];
        Assert.Equal(("open", 5u, 72u), (rules.DisplayName, rules.MaxHands, rules.TransferHours));
    }

    [Theory]
    [InlineData("--preset", "cn-78", "no preset")]
    [InlineData("--currencies", "EUR,XYZ", "'XYZ'")]
    [InlineData("--max-hands", "64", "from 1 to 63")]
    public async Task Rules_that_cannot_be_meant_are_not_signed(string option, string value, string hint)
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = await stage.RunAsync("rulebook", "propose", "--as", "operator", option, value);

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Single(stage.Ledger.RuleVersions);
    }

    [Fact]
    public async Task A_rule_change_without_notice_is_refused()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        await stage.RefusedAsync(
            "RULE_CHANGE_TOO_SOON", "rulebook", "propose", "--as", "operator", "--effective-from", "1h");
    }
}
