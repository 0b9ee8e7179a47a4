using System.Diagnostics;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class StopTests(PreparedNetwork network) : IDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Fault", "7")]
    public async Task A_signal_ends_the_service_within_five_seconds_and_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        Assert.NotEmpty(ProcessTable.Mentioning(_folder.At("data", "devnet")));

        using var limit = new CancellationTokenSource(Promised);
        Assert.Equal(0, await service.TerminateAsync(limit.Token));

        Assert.Empty(ProcessTable.Mentioning(_folder.Path));
        Assert.Empty(await service.ErrorsAsync());
    }

    [Fact]
    public async Task A_signal_is_told_to_load_balancers_first_and_calls_under_way_get_their_answers()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        using var chain = new DevnetControl(service.Chain);
        await chain.StopMiningAsync(cancellation);
        var signed = supplier.Signer.Submit(Party.NewInvoice());
        var answer = supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Included, cancellation);
        await UntilAsync(async () => await LedgerRefusal.OfAsync(() =>
            supplier.Client.Intents.GetAsync(signed.Digest, cancellation)) is null);

        var end = service.TerminateAsync(cancellation);
        using var web = new HttpClient { BaseAddress = service.Web };
        await UntilAsync(async () =>
            (await (await web.GetAsync("/readyz", cancellation)).Content.ReadAsStringAsync(cancellation))
            .Contains("service: is about to end", StringComparison.Ordinal));
        Assert.False(answer.IsCompleted);
        await chain.StartMiningAsync(cancellation);

        Assert.Equal(InvoiceState.Submitted, (await answer).Invoice.State);
        Assert.Equal(0, await end);
    }

    [Fact]
    public async Task A_killed_service_leaves_no_process_behind_and_the_next_start_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        var children = ProcessTable.Mentioning(_folder.At("data", "devnet"));
        Assert.NotEmpty(children);

        await service.KillAsync(cancellation);
        foreach (var child in children) await ProcessTable.WaitForEndAsync(child, cancellation);

        await using var next = await RunningService.StartAsync(_folder.At("data"));
        Assert.Contains(next.Banner, line => line.Contains("is ready"));
    }

    [Fact]
    public async Task A_development_chain_that_dies_is_started_again_at_the_same_place()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        using var devnet = new DevnetReader(service.Chain);
        var blocks = await devnet.BlockHashesAsync(TestContext.Current.CancellationToken);

        var dead = ProcessTable.Mentioning(_folder.At("data", "devnet"));
        foreach (var id in dead) Process.GetProcessById(id).Kill();
        var alive = await UntilRunningAgainAsync(dead);

        Assert.NotEmpty(alive);
        using var again = new DevnetReader(service.Chain);
        Assert.Equal(blocks, await again.BlockHashesAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<int>> UntilRunningAgainAsync(IReadOnlyList<int> dead)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var alive = ProcessTable.Mentioning(_folder.At("data", "devnet")).Except(dead).ToArray();
            if (alive.Length > 0 && !File.Exists(_folder.At("data", "devnet", "chain.unpacked.json"))) return alive;
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
