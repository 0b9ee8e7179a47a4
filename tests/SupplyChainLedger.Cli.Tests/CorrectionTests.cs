using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Tests;

public sealed class CorrectionTests(KeyFiles keys)
{
    [Fact]
    public async Task A_dispute_freezes_a_part_until_the_holder_gives_way()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var opened = await stage.DoneAsync(
            "dispute", "open", holding, "--as", "core-motors", "--amount", "36.90", "--reason", "Cracked", "--json");
        var part = opened.Json.At("holding", "name");
        await stage.RefusedAsync(
            "HOLDING_STEP_MISMATCH", "receivable", "transfer", part, "--as", "tier1-brakes", "--to", "tier2-steel");
        var kept = await stage.DoneAsync(
            "dispute", "answer", part, "--as", "tier1-brakes", "--credit", "0", "--reason", "Delivered as ordered");
        await stage.DoneAsync(
            "dispute", "answer", part, "--as", "tier1-brakes", "--credit", "6.90", "--reason", "Some were ours");
        var listed = await stage.DoneAsync("dispute", "list");

        Assert.Contains("dispute opened", kept.Output, StringComparison.Ordinal);
        Assert.Equal(3_000, stage.Ledger.Holding(part).Amount.MinorUnits);
        Assert.Equal(30_000, stage.Ledger.Holding(holding).Amount.MinorUnits);
        Assert.Contains("6.90 EUR", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Some were ours", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_can_be_taken_back_and_nothing_else_is_by_that_command()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        var opened = await stage.DoneAsync(
            "dispute", "open", holding, "--as", "core-motors", "--amount", "36.90", "--reason", "Cracked", "--json");
        var part = opened.Json.At("holding", "name");
        var requested = await stage.RequestedAsync(holding);

        await stage.DoneAsync("dispute", "withdraw", part, "--as", "core-motors");
        var wrong = await stage.RunAsync("dispute", "withdraw", requested, "--as", "tier1-brakes");

        Assert.Equal(HoldingStep.AtRest, stage.Ledger.Holding(part).Step);
        Assert.Contains("nothing of that kind", wrong.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credit_note_takes_effect_at_once_on_ones_own_and_by_consent_on_anothers()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        var document = stage.Write(new SampleInvoice("CN-1"));
        var proposed = await stage.DoneAsync(
            "receivable", "transfer", holding, "--as", "tier1-brakes", "--to", "tier2-steel", "--amount", "100.00",
            "--json");
        var part = proposed.Json.At("holding", "name");
        await stage.DoneAsync("receivable", "accept", part, "--as", "tier2-steel");
        string[] note = ["--as", "tier1-brakes", "--number", "CN-1", "--amount", "6.90", "--document", document];

        await stage.DoneAsync(["dispute", "credit", holding, .. note]);
        await stage.DoneAsync(["dispute", "credit", part, .. note]);
        await stage.DoneAsync("dispute", "credit-decline", part, "--as", "tier2-steel", "--reason", "We paid in full");
        await stage.DoneAsync(["dispute", "credit", part, .. note]);
        await stage.DoneAsync("dispute", "credit-accept", part, "--as", "tier2-steel");
        var listed = await stage.DoneAsync("dispute", "credit-notes", "--json");

        Assert.Equal(23_000, stage.Ledger.Holding(holding).Amount.MinorUnits);
        Assert.Equal(9_310, stage.Ledger.Holding(part).Amount.MinorUnits);
        Assert.Equal(3, listed.Json.GetProperty("creditNotes").GetArrayLength());
    }

    [Fact]
    public async Task A_cancellation_needs_the_buyers_consent()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        var invoice = holding.Replace("holdings/", "invoices/", StringComparison.Ordinal);

        await stage.DoneAsync("dispute", "cancel", invoice, "--as", "tier1-brakes", "--reason", "Called off");
        await stage.DoneAsync(
            "dispute", "cancel-decline", invoice, "--as", "core-motors", "--reason", "Goods were delivered");
        Assert.Equal(33_690, stage.Ledger.Holding(holding).Amount.MinorUnits);
        await stage.DoneAsync("dispute", "cancel", invoice, "--as", "tier1-brakes", "--reason", "Called off");
        await stage.DoneAsync("dispute", "cancel-accept", invoice, "--as", "core-motors");

        Assert.Equal(HoldingPhase.Closed, stage.Ledger.Holding(holding).Phase);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_told_before_anything_is_signed()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var run = await stage.RunAsync(
            "dispute", "credit", holding, "--as", "tier1-brakes", "--number", "CN-1", "--amount", "1.00",
            "--document", "no-such-file.xml");

        Assert.Contains("no-such-file.xml cannot be read", run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Signing", run.Error, StringComparison.Ordinal);
    }
}
