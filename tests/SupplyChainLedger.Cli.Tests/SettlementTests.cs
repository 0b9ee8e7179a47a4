using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Tests;

public sealed class SettlementTests(KeyFiles keys)
{
    [Fact]
    public async Task The_obligor_sees_whom_to_pay_pays_and_owes_less()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        await stage.DoneAsync(
            "settlement", "account", "--as", "tier1-brakes", "--currency", "EUR", "--account", "DE02 1203");

        var due = await stage.DoneAsync("settlement", "due", "--payer", "core-motors");
        await stage.DoneAsync(
            "settlement", "pay", holding, "--as", "core-motors", "--amount", "36.90", "--reference", "E2E-1");
        var received = await stage.DoneAsync("settlement", "acknowledge", holding, "--as", "tier1-brakes", "--json");
        var payments = await stage.DoneAsync("settlement", "payments", "--payee", "tier1-brakes");

        Assert.Contains("DE02 1203", due.Output, StringComparison.Ordinal);
        Assert.Contains("tier1-brakes", due.Output, StringComparison.Ordinal);
        Assert.Equal("30000", received.Json.GetProperty("holding").At("amount", "minorUnits"));
        Assert.Contains("E2E-1", payments.Output, StringComparison.Ordinal);
        Assert.Contains("received", payments.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_holding_is_paid_unless_an_amount_is_named()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        var paid = await stage.DoneAsync("settlement", "pay", holding, "--as", "core-motors", "--reference", "E2E-1");
        await stage.DoneAsync("settlement", "acknowledge", holding, "--as", "tier1-brakes");

        Assert.Contains("336.90 EUR", paid.Error, StringComparison.Ordinal);
        Assert.Equal(HoldingPhase.Closed, stage.Ledger.Holding(holding).Phase);
    }

    [Fact]
    public async Task A_contested_payment_stays_owed()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        await stage.DoneAsync("settlement", "pay", holding, "--as", "core-motors", "--reference", "E2E-1");

        await stage.DoneAsync("settlement", "contest", holding, "--as", "tier1-brakes", "--reason", "Nothing came");

        Assert.Equal(HoldingStep.PaymentContested, stage.Ledger.Holding(holding).Step);
        Assert.Equal(33_690, stage.Ledger.Holding(holding).Amount.MinorUnits);
    }

    [Fact]
    public async Task Only_the_obligor_pays_and_a_reference_is_needed()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();

        await stage.RefusedAsync(
            "NOT_THE_PAYER", "settlement", "pay", holding, "--as", "tier2-steel", "--reference", "E2E-1");
        var run = await stage.RunAsync("settlement", "pay", holding, "--as", "core-motors");

        Assert.Contains("--reference", run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_default_can_be_given_up_and_recovered_in_part()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        await stage.RefusedAsync(
            "HOLDING_PHASE_MISMATCH",
            "settlement", "write-off", holding, "--as", "tier1-brakes", "--reason", "Insolvent");
        stage.Ledger.Faults.DeadlinesHavePassed = true;

        await stage.DoneAsync("receivable", "deadline", holding, "--as", "bank-east");
        await stage.RefusedAsync("NO_RECOURSE", "settlement", "recourse", holding, "--as", "tier1-brakes");
        await stage.DoneAsync("settlement", "write-off", holding, "--as", "tier1-brakes", "--reason", "Insolvent");
        var run = await stage.DoneAsync(
            "settlement", "recover", holding, "--as", "tier1-brakes", "--amount", "36.90", "--reference", "E2E-9");

        Assert.Contains("300.00 EUR may yet be recovered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instruction_is_for_a_day_and_warns_of_what_stands_in_the_way()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        await stage.DoneAsync(
            "dispute", "open", holding, "--as", "core-motors", "--amount", "36.90", "--reason", "Cracked");
        var receivable = holding.Replace("holdings/", "receivables/", StringComparison.Ordinal);

        var run = await stage.DoneAsync("settlement", "instruction", receivable, "--date", "2027-03-31");

        Assert.Contains("wait: disputed", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 to be paid, as of 2027-03-31", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_lifts_a_stop_with_a_reason()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = await stage.DoneAsync(
            "settlement", "lift-stop", "core-motors", "--as", "operator", "--reason", "Paid in full");
        var stops = await stage.DoneAsync("settlement", "stops");

        Assert.Contains("Signing LiftStop as operator", run.Error, StringComparison.Ordinal);
        Assert.Contains("Paid in full", stops.Output, StringComparison.Ordinal);
    }
}
