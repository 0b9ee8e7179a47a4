using System.Numerics;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Cli;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

/// <summary>Intents that the relay holds up, because gas costs more than it may, are taken back meanwhile.</summary>
public sealed class CancelledIntentTests(PreparedNetwork network) : IAsyncLifetime
{
    private static readonly BigInteger Gwei = 1_000_000_000;

    private readonly TemporaryFolder _folder = new();
    private RunningService _service = null!;
    private Party _supplier = null!;
    private DevnetControl _chain = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await network.StartCopyAsync(_folder.At("data"), "--Relay:MaxFeePerGas=100");
        _supplier = await Party.OpenAsync(_service, "tier1-brakes");
        _chain = new DevnetControl(_service.Chain);
    }

    [Fact]
    [Trait("Fault", "55")]
    public async Task The_cancellation_of_what_waits_wins_when_the_chain_can_be_paid_again()
    {
        var (signed, waiting) = await HoldUpAsync();
        var cancellation = _supplier.Signer.CancelIntent(waiting);
        var accepted = await _supplier.Client.Intents.CancelAsync(cancellation, WaitFor.Accepted, Cancellation);
        Assert.Equal(
            (IntentState.Accepted, IntentState.Accepted), (accepted.Intent.State, accepted.Cancelled.State));
        Assert.Equal(cancellation.Name, accepted.Cancelled.Cancellation);

        await LetGoAsync();
        var ended = await _supplier.Client.Intents.CancelAsync(cancellation, WaitFor.Included, Cancellation);

        Assert.Equal((IntentState.Executed, IntentState.Cancelled), (ended.Intent.State, ended.Cancelled.State));
        Assert.Equal(ended.Intent.Inclusion, ended.Cancelled.Inclusion);
        Assert.Equal("NONCE_ALREADY_USED", ended.Cancelled.Rejection.Reason);
        Assert.Empty(await EventLog.ReadAsync(_supplier.Client, signed.Intent.Invoice));
        var told = (await EventLog.ReadAsync(_supplier.Client)).Single(one => one.IntentCancelled is not null);
        Assert.Equal((signed.Name, cancellation.Name), (told.IntentCancelled.Cancelled, told.IntentCancelled.Intent));
        Assert.Equal(
            "NONCE_ALREADY_USED",
            await LedgerRefusal.OfAsync(() =>
                _supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Included, Cancellation)));
    }

    [Fact]
    public async Task It_survives_a_reorganisation_and_a_kill()
    {
        var (_, waiting) = await HoldUpAsync();
        var cancellation = _supplier.Signer.CancelIntent(waiting);
        await _supplier.Client.Intents.CancelAsync(cancellation, WaitFor.Accepted, Cancellation);
        await LetGoAsync();
        await _supplier.Client.Intents.CancelAsync(cancellation, WaitFor.Included, Cancellation);

        await _chain.ReorganiseAsync(1, Cancellation);
        await _service.KillAsync(Cancellation);
        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder.At("data"));
        using var again = await Party.OpenAsync(_service, "tier1-brakes");
        var ended = await again.Client.Intents.CancelAsync(cancellation, WaitFor.Included, Cancellation);

        Assert.Equal((IntentState.Executed, IntentState.Cancelled), (ended.Intent.State, ended.Cancelled.State));
    }

    [Fact]
    public async Task The_command_line_takes_back_what_waits_and_says_when_it_is_too_late()
    {
        var scl = new SclCommand(_service);
        var (signed, _) = await HoldUpAsync();
        var other = _supplier.Signer.Submit(Party.NewInvoice());
        await _supplier.Client.Invoices.SubmitAsync(other, WaitFor.Accepted, Cancellation);

        var cancelled = await scl.JsonAsync(
            "intent", "cancel", signed.Name, "--as", "tier1-brakes", "--wait", "accepted");
        await LetGoAsync();
        await _supplier.Client.Invoices.SubmitAsync(other, WaitFor.Included, Cancellation);
        var shown = await scl.RunAsync("intent", "show", signed.Name);
        var late = await scl.RunAsync("intent", "cancel", other.Name, "--as", "tier1-brakes");

        Assert.Equal("INTENT_STATE_ACCEPTED", cancelled.At("intent", "state"));
        Assert.Contains("cancelled", shown.Output, StringComparison.Ordinal);
        Assert.Contains(cancelled.At("intent", "name"), shown.Output, StringComparison.Ordinal);
        Assert.True(late.ExitCode == 1, late.Everything);
        Assert.Contains("INTENT_ALREADY_ENDED", late.Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _chain.Dispose();
        _supplier.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>An invoice that is accepted and cannot be sent.</summary>
    private async Task<(SignedIntent<SubmitInvoice> Signed, Intent Waiting)> HoldUpAsync()
    {
        await _chain.SetNextBaseFeeAsync(10_000 * Gwei, Cancellation);
        await _chain.MineAsync(1, Cancellation);
        var signed = _supplier.Signer.Submit(Party.NewInvoice());
        await _supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Accepted, Cancellation);
        return (signed, (await _supplier.Client.Intents.GetAsync(signed.Digest, Cancellation)).Intent);
    }

    private async Task LetGoAsync()
    {
        await _chain.SetNextBaseFeeAsync(Gwei, Cancellation);
        await _chain.MineAsync(1, Cancellation);
    }
}
