namespace SupplyChainLedger.Cli.Tests;

public sealed class IntentCancelTests(KeyFiles keys)
{
    [Fact]
    public async Task What_waits_is_taken_back_and_both_are_shown()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var waiting = await HeldUpAsync(stage);

        var run = await stage.DoneAsync("intent", "cancel", waiting, "--as", "tier1-brakes");
        var shown = await stage.DoneAsync("intent", "show", waiting);
        var events = await stage.DoneAsync("events");

        Assert.Contains("Signing CancelIntent as tier1-brakes", run.Error, StringComparison.Ordinal);
        Assert.Matches($"takes back +{waiting}", run.Error);
        Assert.Matches("State +executed, for good", run.Output);
        Assert.Matches("State +cancelled, for good", run.Output);
        Assert.Contains("NONCE_ALREADY_USED", run.Output, StringComparison.Ordinal);
        Assert.Contains("Taken back by", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"taken back  {waiting} by tier1-brakes", events.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_it_prints_the_apis_own_message()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var waiting = await HeldUpAsync(stage);

        var run = await stage.DoneAsync("intent", "cancel", waiting, "--as", "tier1-brakes", "--json");

        Assert.Equal("INTENT_STATE_EXECUTED", run.Json.At("intent", "state"));
        Assert.Equal("INTENT_STATE_CANCELLED", run.Json.At("cancelled", "state"));
        Assert.Equal(run.Json.At("intent", "name"), run.Json.At("cancelled", "cancellation"));
    }

    [Fact]
    public async Task What_is_recorded_already_is_refused_with_what_became_of_it()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");
        var executed = stage.Ledger.Arrivals.Keys.Single();

        var run = (await stage.RunAsync("intent", "cancel", executed, "--as", "tier1-brakes")).Ends(ExitCode.Refused);

        Assert.Contains("INTENT_ALREADY_ENDED", run.Error, StringComparison.Ordinal);
        Assert.Contains("it is executed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ones_intent_is_not_taken_back()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var waiting = await HeldUpAsync(stage);

        await stage.RefusedAsync("CANCELLATION_MISMATCH", "intent", "cancel", waiting, "--as", "core-motors");
    }

    private static async Task<string> HeldUpAsync(CliStage stage)
    {
        stage.Ledger.Faults.HoldsUp = true;
        var file = stage.Write(new SampleInvoice("R-1"));
        await stage.DoneAsync(
            "invoice", "submit", file, "--as", "tier1-brakes", "--buyer", "core-motors", "--wait", "accepted");
        return stage.Ledger.Arrivals.Keys.Single();
    }
}
