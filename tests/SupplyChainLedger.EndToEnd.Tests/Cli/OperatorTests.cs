using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests.Cli;

/// <summary>Dual control as a user sets it up: by commands alone.</summary>
public sealed class OperatorTests(PreparedNetwork network) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;
    private SclCommand _scl = null!;

    private string[] Node => ["--node", $"{_service.Chain}"];

    public async ValueTask InitializeAsync()
    {
        _service = await network.StartCopyAsync(_folder.At("data"));
        _scl = new SclCommand(_service);
    }

    [Fact]
    public async Task A_new_supplier_with_two_keys_claims_and_transfers_with_both()
    {
        await DoneAsync("key", "new", "tier2-glass");
        await DoneAsync("key", "new", "tier2-glass-2");
        await DoneAsync(
        [
            "participant", "register", "tier2-glass", "--name", "Tier Two Glass SA", "--roles", "supplier,buyer",
            "--region", "FR-ARA", "--industry", "2310", "--key", "tier2-glass", "--small", .. Node,
        ]);
        await DoneAsync(
            ["participant", "add-key", "tier2-glass", "tier2-glass-2", "--permissions", "claim,move", .. Node]);
        await DoneAsync("participant", "threshold", "--as", "tier2-glass", "--currency", "EUR", "--amount", "50.00");

        var file = new SampleInvoice($"GLASS-{Environment.ProcessId}").WriteTo(_folder.Path);
        var submitted = await _scl.JsonAsync(
            "invoice", "submit", file, "--as", "tier2-glass", "--buyer", "core-motors");
        var invoice = submitted.At("invoice", "name");
        await DoneAsync("invoice", "confirm", invoice, "--as", "core-motors");
        var holdings = await _scl.JsonAsync("receivable", "holdings", "--holder", "tier2-glass");
        var holding = holdings.GetProperty("holdings")[0].At("name");
        string[] transfer =
            ["receivable", "transfer", holding, "--to", "tier3-ore", "--amount", "60.00", "--as", "tier2-glass"];

        await RefusedAsync("SECOND_SIGNATURE_REQUIRED", transfer);
        await DoneAsync([.. transfer, "--second-key", "tier2-glass-2"]);
        await DoneAsync(["participant", "revoke-key", "tier2-glass", "tier2-glass-2", .. Node]);
        await RefusedAsync("SIGNER_NOT_REGISTERED", [.. transfer, "--second-key", "tier2-glass-2"]);
        await DoneAsync(["participant", "suspend", "tier2-glass", "--reason", "Key was lost", .. Node]);
        await RefusedAsync("PARTICIPANT_SUSPENDED", transfer);

        var shown = await _scl.RunAsync("participant", "show", "tier2-glass");
        Assert.Contains("Key was lost", shown.Output, StringComparison.Ordinal);
        Assert.Matches("Revoked +0x[0-9a-fA-F]{40} \\(claim, move\\)", shown.Output);
    }

    [Fact]
    public async Task A_node_out_of_reach_and_a_key_without_the_role_are_told_plainly()
    {
        string[] suspend = ["participant", "suspend", "tier2-steel", "--reason", "Key was lost"];

        await RefusedAsync("NOT_THE_OPERATOR", [.. suspend, "--as", "bank-east", .. Node]);
        var away = await _scl.RunAsync([.. suspend, "--node", "http://127.0.0.1:9"]);

        Assert.Equal(3, away.ExitCode);
        Assert.Contains("--node URL", away.Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    private async Task DoneAsync(params string[] arguments)
    {
        var run = await _scl.RunAsync(arguments);
        Assert.True(run.ExitCode == 0, run.Everything);
    }

    private async Task RefusedAsync(string reason, params string[] arguments)
    {
        var run = await _scl.RunAsync(arguments);
        Assert.True(run.ExitCode == 1, run.Everything);
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
    }
}
