using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Tests;

public sealed class AnsweringTests(KeyFiles keys)
{
    [Fact]
    public async Task A_confirmation_is_for_the_whole_amount_unless_it_says_otherwise()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var first = await stage.SubmitAsync("R-1");
        var second = await stage.SubmitAsync(new SampleInvoice("R-2") { Amount = "1500", CurrencyCode = "JPY" });

        var whole = await stage.RunAsync("invoice", "confirm", first, "--as", "core-motors");
        var part = await stage.RunAsync(
            "invoice", "confirm", second, "--as", "core-motors", "--amount", "1000", "--json");

        whole.Ends(ExitCode.Done);
        Assert.Contains("Signing ConfirmInvoice as core-motors", whole.Error, StringComparison.Ordinal);
        Assert.Contains("336.90 EUR", whole.Error, StringComparison.Ordinal);
        Assert.Equal(33_690, stage.Ledger.Invoice(first).ConfirmedAmount.MinorUnits);
        part.Ends(ExitCode.Done);
        Assert.Equal("INVOICE_STATE_CONFIRMED", part.Json.At("invoice", "state"));
        Assert.Equal(1000, stage.Ledger.Invoice(second).ConfirmedAmount.MinorUnits);
    }

    [Theory]
    [InlineData("336.905", "more decimals than EUR")]
    [InlineData("1,5", "not a plain number")]
    [InlineData("0", "not positive")]
    [InlineData("-1", "not positive")]
    public async Task An_amount_that_cannot_be_meant_is_not_signed(string amount, string hint)
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");

        var run = await stage.RunAsync("invoice", "confirm", name, "--as", "core-motors", $"--amount={amount}");

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Equal(InvoiceState.Submitted, stage.Ledger.Invoice(name).State);
    }

    [Fact]
    public async Task A_rejection_and_a_withdrawal_return_the_record()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var first = await stage.SubmitAsync("R-1");
        var second = await stage.SubmitAsync("R-2");

        var rejected = await stage.RunAsync(
            "invoice", "reject", first, "--as", "core-motors", "--reason", "Goods were late");
        var withdrawn = await stage.RunAsync("invoice", "withdraw", second, "--as", "tier1-brakes", "--json");

        Assert.Contains("Goods were late", rejected.Ends(ExitCode.Done).Output, StringComparison.Ordinal);
        Assert.Equal("INVOICE_STATE_WITHDRAWN", withdrawn.Ends(ExitCode.Done).Json.At("invoice", "state"));
    }

    [Fact]
    public async Task What_is_no_longer_open_is_refused()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");
        await stage.RunAsync("invoice", "withdraw", name, "--as", "tier1-brakes");

        var run = await stage.RunAsync("invoice", "confirm", name, "--as", "core-motors");

        Assert.Contains("INVOICE_NOT_OPEN", run.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_record_that_is_not_what_was_signed_stops_everything()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");
        stage.Ledger.Faults.Tamper = invoice => invoice.State = InvoiceState.Submitted;

        var run = await stage.RunAsync("invoice", "withdraw", name, "--as", "tier1-brakes");

        Assert.Contains("Sign nothing more", run.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_leaves_the_intent_named()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        stage.Ledger.Faults.NeverAnswers = true;

        var file = stage.Write(new SampleInvoice("R-1"));
        var run = await stage.RunAsync(
            "invoice", "submit", file, "--as", "tier1-brakes", "--buyer", "core-motors", "--timeout", "1");

        run.Ends(ExitCode.OutOfReach);
        Assert.Contains("INTENT_PENDING", run.Error, StringComparison.Ordinal);
        Assert.Contains(stage.Ledger.Arrivals.Keys.Single(), run.Error, StringComparison.Ordinal);
    }
}
