using System.Text.Json;

namespace SupplyChainLedger.Cli.Tests;

public sealed class ReadingTests(KeyFiles keys)
{
    [Theory]
    [InlineData("status", "ledgerAddress")]
    [InlineData("participant list", "participants")]
    [InlineData("participant show core-motors", "participant")]
    [InlineData("participant show participants/core-motors", "participant")]
    [InlineData("invoice list", "invoices")]
    [InlineData("demo", "receivables")]
    [InlineData("receivable list", "readAt")]
    [InlineData("rulebook show", "rules")]
    public async Task With_json_a_command_writes_one_message_and_nothing_else(string line, string property)
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");

        var run = await stage.RunAsync([.. line.Split(' '), "--json"]);

        Assert.True(run.Ends(ExitCode.Done).Json.TryGetProperty(property, out _), run.Output);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("participant list")]
    [InlineData("participant show tier2-steel")]
    [InlineData("invoice list")]
    [InlineData("events")]
    public async Task Without_json_people_read_text(string line)
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");

        var run = await stage.RunAsync(line.Split(' '));

        run.Ends(ExitCode.Done);
        Assert.NotEmpty(run.Output);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(run.Output));
    }

    [Fact]
    public async Task A_record_and_its_intent_are_shown_whole()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");
        var intent = stage.Ledger.Arrivals.Keys.Single();

        var byName = (await stage.RunAsync("invoice", "show", name)).Ends(ExitCode.Done);
        var byId = (await stage.RunAsync("invoice", "show", name["invoices/".Length..], "--json")).Ends(ExitCode.Done);
        var signed = (await stage.RunAsync("intent", "show", intent)).Ends(ExitCode.Done);

        Assert.Contains(name, byName.Output, StringComparison.Ordinal);
        Assert.Contains("336.90 EUR", byName.Output, StringComparison.Ordinal);
        Assert.Contains("2027-03-31", byName.Output, StringComparison.Ordinal);
        Assert.Equal("R-1", byId.Json.At("invoice", "number"));
        Assert.Contains(intent, signed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_is_sent_again_by_its_name_and_shown_as_it_stands()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");
        var intent = stage.Ledger.Arrivals.Keys.Single();

        var text = (await stage.RunAsync("intent", "resend", intent)).Ends(ExitCode.Done);
        var digest = intent["intents/".Length..];
        var json = (await stage.RunAsync("intent", "resend", digest, "--json")).Ends(ExitCode.Done);
        var nothing = await stage.RunAsync("intent", "resend", "0x" + new string('1', 64), "--json");

        Assert.Contains(intent, text.Output, StringComparison.Ordinal);
        Assert.Equal(intent, json.Json.At("intent", "name"));
        Assert.Equal([intent, intent], stage.Ledger.Resent);
        Assert.Equal("INTENT_NOT_FOUND", nothing.Ends(ExitCode.Refused).Json.At("details", "0", "reason"));
    }

    [Fact]
    public async Task What_is_not_there_is_refused_with_its_reason()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var nothing = "0x" + new string('1', 64);

        var text = await stage.RunAsync("invoice", "show", nothing);
        var json = await stage.RunAsync("intent", "show", nothing, "--json");
        var party = await stage.RunAsync("participant", "show", "nobody");

        Assert.Contains("INVOICE_NOT_FOUND", text.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
        Assert.Contains("PARTICIPANT_NOT_FOUND", party.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
        Assert.Equal("INTENT_NOT_FOUND", json.Ends(ExitCode.Refused).Json.At("details", "0", "reason"));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_its_filters_and_goes_on_from_its_token()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        foreach (var number in new[] { "R-1", "R-2", "R-3" }) await stage.SubmitAsync(number);

        var none = await stage.RunAsync("invoice", "list", "--supplier", "tier2-steel", "--json");
        var early = await stage.RunAsync("invoice", "list", "--due-before", "2027-03-31", "--json");
        var first = await stage.RunAsync("invoice", "list", "--state", "submitted", "--page-size", "2", "--json");
        var token = first.Ends(ExitCode.Done).Json.At("nextPageToken");
        var second = await stage.RunAsync("invoice", "list", "--page-size", "2", "--page-token", token, "--json");
        var all = await stage.RunAsync("invoice", "list", "--page-size", "1", "--all", "--json");

        Assert.False(none.Json.TryGetProperty("invoices", out _));
        Assert.False(early.Json.TryGetProperty("invoices", out _));
        Assert.Equal(["R-3", "R-2"], Numbers(first.Json));
        Assert.Equal(["R-1"], Numbers(second.Json));
        Assert.Equal(["R-3", "R-2", "R-1"], Numbers(all.Json));
        Assert.False(all.Json.TryGetProperty("nextPageToken", out _));
    }

    [Fact]
    public async Task Events_are_one_object_a_line_and_go_on_from_a_position()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");
        await stage.SubmitAsync("R-2");

        var all = (await stage.RunAsync("events", "--json")).Ends(ExitCode.Done);
        var lines = all.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var position = lines[0].At("event", "position");
        var later = (await stage.RunAsync("events", "--json", "--from", position)).Ends(ExitCode.Done);

        Assert.Equal(2, lines.Count);
        Assert.Equal("R-2", later.Json.At("event", "invoiceSubmitted", "number"));
        Assert.Contains("scl events --from p2", later.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_is_shown_in_its_currency_also_where_the_stream_begins_after_the_submission()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");
        await stage.RunAsync("invoice", "confirm", name, "--as", "core-motors", "--amount", "100.50");

        var all = (await stage.RunAsync("events")).Ends(ExitCode.Done);
        var later = (await stage.RunAsync("events", "--from", "p1")).Ends(ExitCode.Done);

        Assert.Contains("by core-motors, 100.50 EUR", all.Output, StringComparison.Ordinal);
        Assert.Contains("by core-motors, 100.50 EUR", later.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("submitted", later.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_can_be_played_again_and_again()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        (await stage.RunAsync("demo")).Ends(ExitCode.Done);
        var again = (await stage.RunAsync("demo")).Ends(ExitCode.Done);

        Assert.Equal(4, stage.Ledger.Invoices.Count);
        Assert.Contains(
            "adds up: confirmed 100000.00 EUR = paid 97700.00 EUR + credited 2300.00 EUR + written off 0.00 EUR "
            + "+ outstanding 0.00 EUR",
            again.Output,
            StringComparison.Ordinal);
        Assert.Contains("INVOICE_ALREADY_EXISTS", again.Output, StringComparison.Ordinal);
        Assert.Contains("SIGNER_NOT_REGISTERED", again.Output, StringComparison.Ordinal);
        Assert.Contains("scl events --follow", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_whose_figures_do_not_add_up_ends_with_a_refusal()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        stage.Ledger.Faults.TamperReceivable = receivable => receivable.PaidAmount.MinorUnits++;

        var run = await stage.RunAsync("demo");

        Assert.Contains("DOES NOT ADD UP: confirmed", run.Ends(ExitCode.Refused).Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbers(JsonElement list) =>
        list.GetProperty("invoices").EnumerateArray().Select(invoice => invoice.At("number"));
}
